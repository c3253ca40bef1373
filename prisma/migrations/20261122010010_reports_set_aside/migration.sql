-- No report is lost: a mark that comes late counts for the day that it is about, whatever was signed, held back or revoked since; and what cannot be
-- part of the record (no episode is open, its exercise was not open on that day, its day lies too far back) is kept aside, for the team to read.
-- It belongs to the patient and to no episode: that one has ended is why it stands here, so the guards of the end do not stand here.
--   PW061 report kept aside

-- Whether a key was granted at some moment of a day: a decision of that day or before, its terms, and none before the day that took it away. Under
-- review takes nothing away of what was done before; the day is today in the worst case.
CREATE FUNCTION was_granted(
  of_clinic uuid, of_episode uuid, key text, minutes integer, kg numeric, is_loaded boolean, zone text, of_day date
) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM clearance c
    JOIN clearance_decision d ON d.clinic_id = c.clinic_id AND d.clearance_id = c.id AND d.outcome IN ('granted', 'limited')
    WHERE c.clinic_id = of_clinic AND c.episode_id = of_episode AND key = ANY (c.opens_keys)
      AND c.from_day <= of_day AND (c.until_day IS NULL OR c.until_day >= of_day)
      AND (c.max_minutes IS NULL OR minutes IS NULL OR minutes <= c.max_minutes)
      AND (c.max_kg IS NULL OR kg <= c.max_kg OR (kg IS NULL AND NOT is_loaded))
      AND (d.decided_at AT TIME ZONE zone)::date <= of_day
      AND NOT EXISTS (
        SELECT FROM clearance_decision later
        WHERE later.clinic_id = d.clinic_id AND later.clearance_id = d.clearance_id AND later.decided_at > d.decided_at
          AND (later.outcome IN ('denied', 'returned', 'revoked') OR later.undoes_id = d.id) AND (later.decided_at AT TIME ZONE zone)::date < of_day
          AND NOT EXISTS (SELECT FROM clearance_decision back WHERE back.clinic_id = later.clinic_id AND back.undoes_id = later.id))
  )
$$;

-- Whether an exercise of a program was open to its patient at some moment of a day: the gate of `line_is_open`, asked of that day. What closed it
-- on the day itself or since closes it for later marks, not for this one.
CREATE FUNCTION was_open(of_clinic uuid, of_program uuid, code text, zone text, of_day date) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM program p
    JOIN episode e ON e.clinic_id = p.clinic_id AND e.id = p.episode_id AND e.ended_at IS NULL
    JOIN program_revision r ON r.clinic_id = p.clinic_id AND r.program_id = p.id AND (r.signed_at AT TIME ZONE zone)::date <= of_day
      AND NOT EXISTS (
        SELECT FROM program_revision later WHERE later.clinic_id = r.clinic_id AND later.program_id = r.program_id AND later.number > r.number
          AND (later.signed_at AT TIME ZONE zone)::date < of_day)
    JOIN prescribed_exercise l ON l.clinic_id = r.clinic_id AND l.revision_id = r.id AND l.exercise_code = code AND l.opens_on <= of_day
    JOIN program_phase ph ON ph.clinic_id = r.clinic_id AND ph.revision_id = r.id AND ph.n = l.phase
    JOIN exercise x ON x.clinic_id = l.clinic_id AND x.id = l.exercise_id
    WHERE p.clinic_id = of_clinic AND p.id = of_program
      AND (p.completed_at IS NULL OR (p.completed_at AT TIME ZONE zone)::date >= of_day)
      AND EXISTS (
        SELECT FROM phase_change m WHERE m.clinic_id = p.clinic_id AND m.program_id = p.id AND m.to_phase = l.phase AND m.on_day <= of_day
          AND NOT EXISTS (
            SELECT FROM phase_change later WHERE later.clinic_id = m.clinic_id AND later.program_id = m.program_id
              AND later.changed_at > m.changed_at AND later.on_day < of_day))
      AND NOT EXISTS (
        SELECT FROM unnest(ph.entry_keys) AS key WHERE NOT was_granted(of_clinic, e.id, key, NULL, NULL, false, zone, of_day))
      AND NOT EXISTS (
        SELECT FROM unnest(l.needs_keys) AS key
        WHERE NOT was_granted(of_clinic, e.id, key, l.duration_min, l.load_kg, l.is_loaded_lifting, zone, of_day))
      -- Holds and restrictions that stood from before the day to after it.
      AND NOT EXISTS (
        SELECT FROM hold h WHERE h.clinic_id = p.clinic_id AND h.program_id = p.id AND (h.placed_at AT TIME ZONE zone)::date < of_day
          AND (h.lifted_at IS NULL OR (h.lifted_at AT TIME ZONE zone)::date > of_day)
          AND NOT (h.easy_activity_allowed AND code IN ('walk-short', 'ankle-pumps', 'diaphragmatic-breathing')))
      AND NOT EXISTS (
        SELECT FROM restriction s WHERE s.clinic_id = e.clinic_id AND s.episode_id = e.id AND (s.created_at AT TIME ZONE zone)::date < of_day
          AND (s.ended_at IS NULL OR (s.ended_at AT TIME ZONE zone)::date > of_day) AND (s.until_date IS NULL OR s.until_date >= of_day)
          AND (s.until_phase IS NULL OR l.phase < s.until_phase)
          AND (s.until_clearance IS NULL OR NOT was_granted(of_clinic, e.id, s.until_clearance, NULL, NULL, false, zone, of_day))
          AND (restriction_meets(s.kind, s.region, s.limit_kg, s.limit_minutes, x.facts, l.duration_min, l.load_kg)
            OR (l.own_exercise IS NOT NULL
              AND restriction_meets(s.kind, s.region, s.limit_kg, s.limit_minutes, l.own_exercise -> 'facts', l.duration_min, l.load_kg))))
  )
$$;

-- Whether the acting patient's own line takes a mark of a day. The line may be one of an earlier revision: what counts is that its exercise was open
-- on that day. Of every other line nothing is told, as of one that is not there. The patient reads no line that has closed since: the question is
-- answered in their stead.
CREATE FUNCTION line_takes_mark(of_clinic uuid, of_line uuid, of_day date) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  role_before text := coalesce(current_setting('app.actor_role', true), '');
  answer boolean;
BEGIN
  PERFORM set_config('app.actor_role', 'marks', true);
  SELECT of_day <= today_in_clinic(of_clinic) AND was_open(of_clinic, r.program_id, l.exercise_code, c.time_zone, of_day) INTO answer
  FROM prescribed_exercise l
  JOIN program_revision r ON r.clinic_id = l.clinic_id AND r.id = l.revision_id
  JOIN clinic c ON c.id = l.clinic_id
  WHERE l.clinic_id = of_clinic AND l.id = of_line AND l.patient_id = nullif(current_setting('app.patient_id', true), '')::uuid;
  PERFORM set_config('app.actor_role', role_before, true);
  RETURN coalesce(answer, false);
END $$;
REVOKE ALL ON FUNCTION line_takes_mark(uuid, uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION line_takes_mark(uuid, uuid, date) TO phasewise_app;

CREATE TABLE report_set_aside (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  patient_id uuid NOT NULL,
  idempotency_key uuid NOT NULL,
  fingerprint text NOT NULL,
  kind text NOT NULL,
  why text NOT NULL,
  -- What was sent, word for word.
  payload jsonb NOT NULL,
  -- What the answers mean, as far as they could be judged; null of a mark.
  level text,
  fired jsonb NOT NULL DEFAULT '[]',
  settings_version integer,
  on_day date NOT NULL,
  reported_at timestamptz(6) NOT NULL,
  received_at timestamptz(6) NOT NULL DEFAULT now(),
  seen_by_id uuid,
  seen_at timestamptz(6),
  PRIMARY KEY (clinic_id, id),
  FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  FOREIGN KEY (clinic_id, seen_by_id) REFERENCES clinic_user (clinic_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT kind_is_known CHECK (kind IN ('check-in', 'exercise-mark')),
  CONSTRAINT why_is_known CHECK (why IN ('no-open-episode', 'not-open', 'too-old', 'not-asked')),
  CONSTRAINT level_is_known CHECK (level IS NULL OR
    level IN ('EMERGENCY', 'SAME_DAY_SURGEON', 'HOLD_NOTIFY_PT', 'REDUCE_DOSE', 'NORMAL_SORENESS') AND kind = 'check-in'),
  CONSTRAINT payload_is_a_report CHECK (jsonb_typeof(payload) = 'object' AND octet_length(payload::text) <= 20000),
  CONSTRAINT fingerprint_is_sha256 CHECK (fingerprint ~ '^[0-9a-f]{64}$'),
  CONSTRAINT seen_by_somebody CHECK ((seen_by_id IS NULL) = (seen_at IS NULL))
);
CREATE UNIQUE INDEX report_set_aside_clinic_id_patient_id_idempotency_key_key ON report_set_aside (clinic_id, patient_id, idempotency_key);
CREATE INDEX report_set_aside_unseen ON report_set_aside (clinic_id, patient_id) WHERE seen_at IS NULL;

ALTER TABLE report_set_aside ENABLE ROW LEVEL SECURITY;
ALTER TABLE report_set_aside FORCE ROW LEVEL SECURITY;
CREATE POLICY of_this_clinic ON report_set_aside
  USING (clinic_id = (SELECT nullif(current_setting('app.clinic_id', true), '')::uuid))
  WITH CHECK (clinic_id = (SELECT nullif(current_setting('app.clinic_id', true), '')::uuid));
CREATE POLICY own_rows_of_a_patient ON report_set_aside AS RESTRICTIVE
  USING (
    (SELECT current_setting('app.actor_role', true)) IS DISTINCT FROM 'patient'
    OR patient_id = (SELECT nullif(current_setting('app.patient_id', true), '')::uuid)
  );
CREATE POLICY reported_by_the_patient ON report_set_aside AS RESTRICTIVE FOR INSERT
  WITH CHECK (
    (SELECT current_setting('app.actor_role', true)) = 'patient'
    AND patient_id = (SELECT nullif(current_setting('app.patient_id', true), '')::uuid)
  );
CREATE POLICY seen_by_clinicians ON report_set_aside AS RESTRICTIVE FOR UPDATE USING (true)
  WITH CHECK ((SELECT current_setting('app.actor_role', true)) IS DISTINCT FROM 'patient');
GRANT SELECT, INSERT ON report_set_aside TO phasewise_app;
GRANT UPDATE (seen_by_id, seen_at) ON report_set_aside TO phasewise_app;

-- It stays as it was sent; that it was read is written once, by a clinician of the care team who acts now.
CREATE FUNCTION report_aside_is_read() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.seen_at IS NOT NULL THEN
      RAISE EXCEPTION 'a report begins unread' USING ERRCODE = 'PW061';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' OR OLD.seen_at IS NOT NULL
    OR to_jsonb(NEW) - ARRAY['seen_by_id', 'seen_at'] IS DISTINCT FROM to_jsonb(OLD) - ARRAY['seen_by_id', 'seen_at']
    OR NOT is_acting_for(NEW.clinic_id, NEW.seen_by_id, NEW.patient_id, ARRAY['surgeon', 'therapist']) THEN
    RAISE EXCEPTION 'a report of a patient stays as it was sent and is read once' USING ERRCODE = 'PW061';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER read BEFORE INSERT OR UPDATE OR DELETE ON report_set_aside FOR EACH ROW EXECUTE FUNCTION report_aside_is_read();
CREATE TRIGGER all_kept BEFORE TRUNCATE ON report_set_aside FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('PW061');
