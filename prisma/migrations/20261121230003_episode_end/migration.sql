-- An episode ends once, signed, with a summary; from then on nothing of it is written any more. What stood open at that moment, a hold, a request,
-- a grant, a question, stays as it stood and waits for nobody.
--   PW045 end of an episode   PW046 writing into an episode that has ended   PW047 opening an episode   PW048 phase seen
CREATE TABLE episode_end (
  clinic_id uuid NOT NULL,
  episode_id uuid NOT NULL,
  patient_id uuid NOT NULL,
  kind text NOT NULL,
  ended_on date NOT NULL,
  ended_at timestamptz(6) NOT NULL,
  reason text NOT NULL,
  transferred_to text,
  -- The unsigned next state of the program, which is dropped: lines and the phase in which they would have begun.
  left_draft jsonb,
  signed_by_id uuid NOT NULL,
  signed_name text NOT NULL,
  meaning text NOT NULL,
  sha256 text NOT NULL,
  PRIMARY KEY (clinic_id, episode_id),
  FOREIGN KEY (clinic_id, episode_id, patient_id) REFERENCES episode (clinic_id, id, patient_id) ON DELETE RESTRICT ON UPDATE CASCADE,
  FOREIGN KEY (clinic_id, signed_by_id) REFERENCES clinic_user (clinic_id, id),
  CONSTRAINT kind_is_known CHECK (kind IN ('discharged', 'transferred', 'superseded', 'deceased')),
  CONSTRAINT ended_with_reason CHECK (btrim(reason) <> ''),
  CONSTRAINT transferred_to_somebody CHECK ((kind = 'transferred') = (transferred_to IS NOT NULL AND btrim(transferred_to) <> '')),
  CONSTRAINT digest_is_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$')
);
CREATE UNIQUE INDEX episode_end_clinic_id_episode_id_patient_id_key ON episode_end (clinic_id, episode_id, patient_id);
CREATE INDEX episode_end_clinic_id_patient_id_idx ON episode_end (clinic_id, patient_id);

-- What the patient may read of it; covered by the same signature.
CREATE TABLE episode_summary (
  clinic_id uuid NOT NULL,
  episode_id uuid NOT NULL,
  patient_id uuid NOT NULL,
  content jsonb NOT NULL,
  advice text,
  PRIMARY KEY (clinic_id, episode_id),
  FOREIGN KEY (clinic_id, episode_id, patient_id) REFERENCES episode (clinic_id, id, patient_id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT advice_is_not_blank CHECK (advice IS NULL OR btrim(advice) <> '')
);
CREATE UNIQUE INDEX episode_summary_clinic_id_episode_id_patient_id_key ON episode_summary (clinic_id, episode_id, patient_id);
CREATE INDEX episode_summary_clinic_id_patient_id_idx ON episode_summary (clinic_id, patient_id);

-- The patient has read that another phase has begun.
CREATE TABLE phase_seen (
  clinic_id uuid NOT NULL,
  phase_change_id uuid NOT NULL,
  patient_id uuid NOT NULL,
  seen_at timestamptz(6) NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, phase_change_id),
  FOREIGN KEY (clinic_id, phase_change_id) REFERENCES phase_change (clinic_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id) ON DELETE RESTRICT ON UPDATE CASCADE
);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['episode_end', 'episode_summary', 'phase_seen'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      $policy$CREATE POLICY of_this_clinic ON %I
        USING (clinic_id = (SELECT nullif(current_setting('app.clinic_id', true), '')::uuid))
        WITH CHECK (clinic_id = (SELECT nullif(current_setting('app.clinic_id', true), '')::uuid))$policy$, name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO phasewise_app', name);
    EXECUTE format('REVOKE UPDATE, DELETE ON %I FROM phasewise_app', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['episode_summary', 'phase_seen'] LOOP
    EXECUTE format(
      $policy$CREATE POLICY own_rows_of_a_patient ON %I AS RESTRICTIVE
        USING (
          (SELECT current_setting('app.actor_role', true)) IS DISTINCT FROM 'patient'
          OR patient_id = (SELECT nullif(current_setting('app.patient_id', true), '')::uuid)
        )$policy$, name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['episode_end', 'episode_summary'] LOOP
    EXECUTE format(
      $policy$CREATE POLICY written_by_clinicians ON %I AS RESTRICTIVE FOR INSERT
        WITH CHECK ((SELECT current_setting('app.actor_role', true)) IS DISTINCT FROM 'patient')$policy$, name);
    EXECUTE format(
      'CREATE TRIGGER signed BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change(''PW045'')', name);
    EXECUTE format(
      'CREATE TRIGGER kept BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change(''PW045'')', name);
  END LOOP;
END $$;
-- Why it ended and what was never signed is the team's; that and how it ended stands on the episode.
CREATE POLICY no_end_for_a_patient ON episode_end AS RESTRICTIVE FOR SELECT
  USING ((SELECT current_setting('app.actor_role', true)) IS DISTINCT FROM 'patient');
CREATE POLICY seen_by_the_patient ON phase_seen AS RESTRICTIVE FOR INSERT
  WITH CHECK ((SELECT current_setting('app.actor_role', true)) = 'patient');
CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON phase_seen FOR EACH ROW EXECUTE FUNCTION refuse_change('PW048');

CREATE FUNCTION own_phase_is_seen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM phase_change c WHERE c.clinic_id = NEW.clinic_id AND c.id = NEW.phase_change_id AND c.patient_id = NEW.patient_id
  ) THEN
    RAISE EXCEPTION 'a patient sees changes of their own phase' USING ERRCODE = 'PW048';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER own BEFORE INSERT ON phase_seen FOR EACH ROW EXECUTE FUNCTION own_phase_is_seen();

-- A program that was never signed is stopped too when its episode ends.
ALTER TABLE program DROP CONSTRAINT running_has_revision_and_phase;
ALTER TABLE program ADD CONSTRAINT running_has_revision_and_phase CHECK (
  state = 'draft' OR (current_revision IS NOT NULL AND current_phase IS NOT NULL)
  OR (state = 'stopped' AND num_nonnulls(current_revision, current_phase) = 0)
);

CREATE FUNCTION ender_may_end() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  stood episode;
  today date := today_in_clinic(NEW.clinic_id);
BEGIN
  SELECT * INTO stood FROM episode e WHERE e.clinic_id = NEW.clinic_id AND e.id = NEW.episode_id FOR NO KEY UPDATE;
  IF NOT FOUND OR stood.ended_at IS NOT NULL OR NOT is_acting_for(NEW.clinic_id, NEW.signed_by_id, NEW.patient_id, ARRAY['surgeon', 'therapist']) THEN
    RAISE EXCEPTION 'this episode is not theirs to end' USING ERRCODE = 'PW045';
  END IF;
  IF NEW.ended_on > today OR NEW.ended_on < least(stood.procedure_date, today) THEN
    RAISE EXCEPTION 'an episode ends between its procedure and today' USING ERRCODE = 'PW045';
  END IF;
  IF EXISTS (
    SELECT FROM program p WHERE p.clinic_id = NEW.clinic_id AND p.episode_id = NEW.episode_id AND p.state IN ('draft', 'active', 'held')
  ) THEN
    RAISE EXCEPTION 'the program ends with its episode' USING ERRCODE = 'PW045';
  END IF;
  IF NEW.kind <> 'deceased' AND NOT is_acting(NEW.clinic_id, NEW.signed_by_id, ARRAY['surgeon']) AND EXISTS (
    SELECT FROM hold h JOIN program p ON p.clinic_id = h.clinic_id AND p.id = h.program_id
    WHERE p.clinic_id = NEW.clinic_id AND p.episode_id = NEW.episode_id AND h.surgeon_only AND h.lifted_at IS NULL
  ) THEN
    RAISE EXCEPTION 'only a surgeon ends an episode whose program is suspended' USING ERRCODE = 'PW045';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER may_end BEFORE INSERT ON episode_end FOR EACH ROW EXECUTE FUNCTION ender_may_end();

-- Where one part of the end stands, the others stand too when the transaction is committed.
CREATE FUNCTION end_is_whole() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  signed episode_end;
BEGIN
  SELECT * INTO signed FROM episode_end x WHERE x.clinic_id = NEW.clinic_id AND x.episode_id = NEW.episode_id;
  IF NOT FOUND
    OR NOT EXISTS (SELECT FROM episode_summary s WHERE s.clinic_id = NEW.clinic_id AND s.episode_id = NEW.episode_id)
    OR NOT EXISTS (
      SELECT FROM episode e
      WHERE e.clinic_id = NEW.clinic_id AND e.id = NEW.episode_id AND e.ended_at = signed.ended_at AND e.ended_as = signed.kind)
    OR EXISTS (
      SELECT FROM alert a
      WHERE a.clinic_id = NEW.clinic_id AND a.patient_id = NEW.patient_id AND a.state <> 'resolved' AND a.opened_at <= signed.ended_at)
    OR (signed.kind = 'deceased' AND EXISTS (
      SELECT FROM patient p JOIN clinic_user u ON u.clinic_id = p.clinic_id AND u.id = p.user_id AND u.disabled_at IS NULL
      WHERE p.clinic_id = NEW.clinic_id AND p.id = NEW.patient_id)) THEN
    RAISE EXCEPTION 'an episode ends whole: signature, summary, alerts, and the sign-in of the deceased' USING ERRCODE = 'PW045';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER whole AFTER INSERT ON episode_end DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION end_is_whole();
CREATE CONSTRAINT TRIGGER whole AFTER INSERT ON episode_summary DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION end_is_whole();

-- A program is stopped by the end of its episode alone, in the same transaction.
CREATE FUNCTION stopped_with_its_episode() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM episode_end x WHERE x.clinic_id = NEW.clinic_id AND x.episode_id = NEW.episode_id) THEN
    RAISE EXCEPTION 'a program is stopped only by the end of its episode' USING ERRCODE = 'PW045';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER stopped_with_its_episode AFTER UPDATE OF state ON program
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.state = 'stopped' AND OLD.state <> 'stopped')
  EXECUTE FUNCTION stopped_with_its_episode();

-- What ended with a phase stays ended when the program is completed.
CREATE OR REPLACE FUNCTION restrictions_in_force(of_clinic uuid, of_episode uuid) RETURNS TABLE (
  id uuid, kind text, region text, limit_kg numeric, limit_minutes integer, until_date date, until_phase integer, until_clearance text
) LANGUAGE sql STABLE AS $$
  SELECT r.id, r.kind, r.region, r.limit_kg, r.limit_minutes, r.until_date, r.until_phase, r.until_clearance
  FROM restriction r
  WHERE r.clinic_id = of_clinic AND r.episode_id = of_episode AND r.ended_at IS NULL
    AND (r.until_date IS NULL OR r.until_date >= today_in_clinic(of_clinic))
    AND (r.until_phase IS NULL OR NOT EXISTS (
      SELECT FROM program p
      WHERE p.clinic_id = of_clinic AND p.episode_id = of_episode AND p.current_phase >= r.until_phase
    ))
    AND (r.until_clearance IS NULL OR NOT is_granted_itself(of_clinic, of_episode, r.until_clearance))
$$;

CREATE FUNCTION episode_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.ended_at IS NOT NULL OR EXISTS (
      SELECT FROM episode e WHERE e.clinic_id = NEW.clinic_id AND e.patient_id = NEW.patient_id AND e.ended_as = 'deceased'
    ) THEN
      RAISE EXCEPTION 'an episode begins open, and none for the deceased' USING ERRCODE = 'PW047';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' OR OLD.ended_at IS NOT NULL THEN
    RAISE EXCEPTION 'an episode that has ended never changes' USING ERRCODE = 'PW046';
  END IF;
  IF NEW.ended_at IS NOT NULL AND NOT EXISTS (
    SELECT FROM episode_end x
    WHERE x.clinic_id = NEW.clinic_id AND x.episode_id = NEW.id AND x.ended_at = NEW.ended_at AND x.kind = NEW.ended_as
  ) THEN
    RAISE EXCEPTION 'an episode ends only by a signature' USING ERRCODE = 'PW045';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER moves BEFORE INSERT OR UPDATE OR DELETE ON episode FOR EACH ROW EXECUTE FUNCTION episode_moves();

-- After the write, so that whoever waited for the end to be committed sees it: the foreign key to the episode or its program waits.
CREATE FUNCTION refuse_after_end() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  written jsonb;
  of_clinic uuid;
  named uuid;
  of_episode uuid;
BEGIN
  IF TG_OP = 'DELETE' THEN
    written := to_jsonb(OLD);
  ELSE
    written := to_jsonb(NEW);
  END IF;
  of_clinic := (written ->> 'clinic_id')::uuid;
  named := (written ->> TG_ARGV[0])::uuid;
  IF TG_ARGV[0] = 'patient_id' THEN
    IF NOT EXISTS (SELECT FROM episode e WHERE e.clinic_id = of_clinic AND e.patient_id = named AND e.ended_at IS NULL) THEN
      RAISE EXCEPTION 'no episode of this patient is open' USING ERRCODE = 'PW046';
    END IF;
    RETURN NULL;
  END IF;
  of_episode := CASE TG_ARGV[0]
    WHEN 'episode_id' THEN named
    WHEN 'program_id' THEN (SELECT p.episode_id FROM program p WHERE p.clinic_id = of_clinic AND p.id = named)
    WHEN 'revision_id' THEN (
      SELECT p.episode_id FROM program_revision r JOIN program p ON p.clinic_id = r.clinic_id AND p.id = r.program_id
      WHERE r.clinic_id = of_clinic AND r.id = named)
    WHEN 'prescribed_exercise_id' THEN (
      SELECT p.episode_id FROM prescribed_exercise l
      JOIN program_revision r ON r.clinic_id = l.clinic_id AND r.id = l.revision_id
      JOIN program p ON p.clinic_id = r.clinic_id AND p.id = r.program_id
      WHERE l.clinic_id = of_clinic AND l.id = named)
    WHEN 'clearance_id' THEN (SELECT c.episode_id FROM clearance c WHERE c.clinic_id = of_clinic AND c.id = named)
    WHEN 'restriction_id' THEN (SELECT r.episode_id FROM restriction r WHERE r.clinic_id = of_clinic AND r.id = named)
    WHEN 'check_in_id' THEN (SELECT c.episode_id FROM check_in c WHERE c.clinic_id = of_clinic AND c.id = named)
  END;
  IF EXISTS (SELECT FROM episode e WHERE e.clinic_id = of_clinic AND e.id = of_episode AND e.ended_at IS NOT NULL) THEN
    RAISE EXCEPTION '% of % is refused: the episode has ended', TG_OP, TG_TABLE_NAME USING ERRCODE = 'PW046';
  END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE
  listed record;
BEGIN
  FOR listed IN SELECT * FROM (VALUES
    ('restriction', 'episode_id'), ('program', 'episode_id'), ('clearance', 'episode_id'), ('check_in', 'episode_id'),
    ('also_protocol', 'episode_id'), ('timeline_change', 'episode_id'), ('condition_change', 'episode_id'), ('patient_question', 'episode_id'),
    ('program_draft', 'program_id'), ('program_revision', 'program_id'), ('phase_change', 'program_id'), ('hold', 'program_id'),
    ('criterion_evidence', 'program_id'), ('dosage_proposal', 'program_id'), ('dismissed_draft', 'program_id'),
    ('program_phase', 'revision_id'), ('prescribed_exercise', 'revision_id'),
    ('program_change', 'revision_id'), ('clearance_decision', 'clearance_id'), ('restriction_decision', 'restriction_id'),
    ('symptom_report', 'check_in_id'), ('exercise_log', 'prescribed_exercise_id'), ('alert', 'patient_id')
  ) AS tables (name, reference) LOOP
    EXECUTE format(
      'CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_after_end(%L)',
      'written_before_the_end_by_' || listed.reference, listed.name, listed.reference);
  END LOOP;
END $$;
