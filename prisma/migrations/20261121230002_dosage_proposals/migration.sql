-- The week's end: what the dosage rule proposes for each line that a patient does, and the draft that the product begins from it.

-- A draft that nobody has changed yet is the product's own; it says of which kind it is. Without a kind it came from a restriction.
ALTER TABLE program_draft ALTER COLUMN changed_by_id DROP NOT NULL;
ALTER TABLE program_draft DROP CONSTRAINT proposed_for_a_reason;
ALTER TABLE program_draft
  ADD CONSTRAINT somebody_or_the_product CHECK (changed_by_id IS NOT NULL OR proposed IS NOT NULL),
  ADD CONSTRAINT proposed_for_a_reason CHECK (
    proposed IS NULL OR (CASE coalesce(proposed ->> 'kind', 'restriction')
      WHEN 'restriction' THEN jsonb_typeof(proposed -> 'restrictions') = 'array' AND jsonb_typeof(proposed -> 'leftOut') = 'array'
      WHEN 'template' THEN jsonb_typeof(proposed -> 'from') = 'object' AND jsonb_typeof(proposed -> 'to') = 'object'
      WHEN 'dosage' THEN jsonb_typeof(proposed -> 'lines') = 'array' AND jsonb_typeof(proposed -> 'leftOut') = 'array'
      ELSE false
    END) IS TRUE
  );

-- One answer of the rule for one signed line and one week. `kept` and `left-out` ask for nothing: their reason is there to be read.
CREATE TABLE dosage_proposal (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  program_id uuid NOT NULL,
  patient_id uuid NOT NULL,
  line_id uuid NOT NULL,
  week date NOT NULL,
  from_dosage jsonb NOT NULL,
  to_dosage jsonb NOT NULL,
  change text NOT NULL,
  because jsonb NOT NULL,
  source text[] NOT NULL,
  worst_level text,
  adherence_pct integer,
  check_in_ids uuid[] NOT NULL,
  settings_version integer NOT NULL,
  findings jsonb NOT NULL DEFAULT '[]',
  proposed_at timestamptz(6) NOT NULL DEFAULT now(),
  state text NOT NULL,
  settled_at timestamptz(6),
  settled_by_id uuid,
  revision_id uuid,
  reason text,
  PRIMARY KEY (clinic_id, id),
  FOREIGN KEY (clinic_id, program_id, patient_id) REFERENCES program (clinic_id, id, patient_id) ON DELETE RESTRICT ON UPDATE CASCADE,
  FOREIGN KEY (clinic_id, line_id, patient_id) REFERENCES prescribed_exercise (clinic_id, id, patient_id) ON DELETE RESTRICT ON UPDATE CASCADE,
  FOREIGN KEY (clinic_id, settled_by_id) REFERENCES clinic_user (clinic_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  FOREIGN KEY (clinic_id, revision_id, patient_id) REFERENCES program_revision (clinic_id, id, patient_id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT week_begins_on_a_monday CHECK (extract(isodow FROM week) = 1),
  CONSTRAINT change_is_known CHECK (change IN ('increase', 'keep', 'reduce')),
  CONSTRAINT keeping_changes_nothing CHECK ((change = 'keep') = (state = 'kept') AND (change <> 'keep' OR from_dosage = to_dosage)),
  CONSTRAINT reason_in_both_languages CHECK ((because ->> 'en' <> '' AND because ->> 'es' <> '') IS TRUE),
  CONSTRAINT level_is_known CHECK (worst_level IN ('NORMAL_SORENESS', 'REDUCE_DOSE', 'HOLD_NOTIFY_PT', 'SAME_DAY_SURGEON', 'EMERGENCY')),
  CONSTRAINT percent CHECK (adherence_pct BETWEEN 0 AND 100),
  CONSTRAINT left_out_for_a_finding CHECK ((state = 'left-out') = (jsonb_array_length(findings) > 0)),
  CONSTRAINT settled_as_its_state CHECK (
    (state IN ('open', 'kept', 'left-out') AND num_nonnulls(settled_at, settled_by_id, revision_id, reason) = 0)
    OR (state IN ('accepted', 'edited') AND num_nonnulls(settled_at, settled_by_id, revision_id) = 3 AND reason IS NULL)
    OR (state = 'dismissed' AND num_nonnulls(settled_at, settled_by_id) = 2 AND revision_id IS NULL
      AND (btrim(reason) <> '' AND length(reason) <= 500) IS TRUE)
    OR (state = 'superseded' AND settled_at IS NOT NULL AND num_nonnulls(settled_by_id, revision_id) = 0
      AND reason IN ('week', 'hold', 'phase', 'revision', 'end'))
  )
);
CREATE UNIQUE INDEX dosage_proposal_clinic_id_line_id_week_change_key ON dosage_proposal (clinic_id, line_id, week, change);
CREATE INDEX dosage_proposal_clinic_id_program_id_week_idx ON dosage_proposal (clinic_id, program_id, week);

-- What the product had drafted and a therapist did not want, as it was, with the reason.
CREATE TABLE dismissed_draft (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  program_id uuid NOT NULL,
  patient_id uuid NOT NULL,
  proposed jsonb NOT NULL,
  lines jsonb NOT NULL,
  reason text NOT NULL,
  dismissed_by_id uuid NOT NULL,
  dismissed_at timestamptz(6) NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, id),
  FOREIGN KEY (clinic_id, program_id, patient_id) REFERENCES program (clinic_id, id, patient_id) ON DELETE RESTRICT ON UPDATE CASCADE,
  FOREIGN KEY (clinic_id, dismissed_by_id) REFERENCES clinic_user (clinic_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT for_a_reason CHECK (btrim(reason) <> '' AND length(reason) <= 500)
);
CREATE INDEX dismissed_draft_clinic_id_program_id_idx ON dismissed_draft (clinic_id, program_id);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['dosage_proposal', 'dismissed_draft'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      $policy$CREATE POLICY of_this_clinic ON %I
        USING (clinic_id = (SELECT nullif(current_setting('app.clinic_id', true), '')::uuid))
        WITH CHECK (clinic_id = (SELECT nullif(current_setting('app.clinic_id', true), '')::uuid))$policy$, name);
    EXECUTE format(
      $policy$CREATE POLICY not_for_a_patient ON %I AS RESTRICTIVE
        USING ((SELECT current_setting('app.actor_role', true)) IS DISTINCT FROM 'patient')$policy$, name);
  END LOOP;
END $$;
GRANT SELECT, INSERT ON dosage_proposal, dismissed_draft TO phasewise_app;
GRANT UPDATE (state, settled_at, settled_by_id, revision_id, reason) ON dosage_proposal TO phasewise_app;

-- Whether some number of the one dosage is larger than in the other.
CREATE FUNCTION is_larger_in_a_key(dosage jsonb, than jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT EXISTS (
    SELECT FROM jsonb_each(dosage) AS now (key, value)
    WHERE jsonb_typeof(now.value) = 'number'
      AND now.value::numeric > CASE WHEN jsonb_typeof(than -> now.key) = 'number' THEN (than -> now.key)::numeric ELSE 0 END
  )
$$;

-- PW040: a proposal begins open, kept or left out, and is settled once. PW041: it is for a line that is in force, of the direction that it names, and
-- on hold never more. PW042: what the product drafted is put away by a therapist of the care team who acts now.
CREATE FUNCTION dosage_proposal_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a proposal stays' USING ERRCODE = 'PW040';
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.state NOT IN ('open', 'kept', 'left-out') THEN
      RAISE EXCEPTION 'a proposal begins open, kept or left out' USING ERRCODE = 'PW040';
    END IF;
    IF NOT EXISTS (
      SELECT FROM program p
      JOIN program_revision r ON r.clinic_id = p.clinic_id AND r.program_id = p.id AND r.number = p.current_revision
      JOIN prescribed_exercise l ON l.clinic_id = r.clinic_id AND l.revision_id = r.id AND l.phase = p.current_phase
      WHERE p.clinic_id = NEW.clinic_id AND p.id = NEW.program_id AND p.state IN ('active', 'held') AND l.id = NEW.line_id
    ) THEN
      RAISE EXCEPTION 'a proposal is for a line of the current phase that is in force' USING ERRCODE = 'PW041';
    END IF;
    IF (NEW.change = 'reduce' AND is_larger_in_a_key(NEW.to_dosage, NEW.from_dosage))
      OR (NEW.change = 'increase' AND is_larger_in_a_key(NEW.from_dosage, NEW.to_dosage)) THEN
      RAISE EXCEPTION 'a proposal goes the way that it says' USING ERRCODE = 'PW041';
    END IF;
    IF NEW.change = 'increase' AND NEW.state = 'open' AND EXISTS (
      SELECT FROM hold h WHERE h.clinic_id = NEW.clinic_id AND h.program_id = NEW.program_id AND h.lifted_at IS NULL
    ) THEN
      RAISE EXCEPTION 'on hold nothing grows' USING ERRCODE = 'PW041';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.state <> 'open' OR NEW.state NOT IN ('accepted', 'edited', 'dismissed', 'superseded') THEN
    RAISE EXCEPTION 'a proposal does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'PW040';
  END IF;
  IF NEW.state IN ('accepted', 'edited') AND NOT EXISTS (
    SELECT FROM program_revision r
    WHERE r.clinic_id = NEW.clinic_id AND r.id = NEW.revision_id AND r.program_id = NEW.program_id AND r.signed_by_id = NEW.settled_by_id
  ) THEN
    RAISE EXCEPTION 'a proposal is taken on by a signature' USING ERRCODE = 'PW040';
  END IF;
  IF NEW.state = 'dismissed' AND NOT is_acting_for(NEW.clinic_id, NEW.settled_by_id, NEW.patient_id, ARRAY['therapist']) THEN
    RAISE EXCEPTION 'this proposal is not theirs to dismiss' USING ERRCODE = 'PW042';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER moves BEFORE INSERT OR UPDATE OR DELETE ON dosage_proposal FOR EACH ROW EXECUTE FUNCTION dosage_proposal_moves();
CREATE TRIGGER all_kept BEFORE TRUNCATE ON dosage_proposal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('PW040');

CREATE FUNCTION draft_may_be_dismissed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT is_acting_for(NEW.clinic_id, NEW.dismissed_by_id, NEW.patient_id, ARRAY['therapist']) THEN
    RAISE EXCEPTION 'this draft is not theirs to dismiss' USING ERRCODE = 'PW042';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER may_dismiss BEFORE INSERT ON dismissed_draft FOR EACH ROW EXECUTE FUNCTION draft_may_be_dismissed();
CREATE TRIGGER dismissed BEFORE UPDATE OR DELETE ON dismissed_draft FOR EACH ROW EXECUTE FUNCTION refuse_change('PW042');
CREATE TRIGGER all_kept BEFORE TRUNCATE ON dismissed_draft FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('PW042');

-- The product's own draft of dosages goes with what it rested on, also where somebody is looking at it; one that somebody changed stays theirs.
CREATE FUNCTION discard_untouched_dosages(of_clinic uuid, of_program uuid) RETURNS void LANGUAGE sql AS $$
  DELETE FROM program_draft d
  WHERE d.clinic_id = of_clinic AND d.program_id = of_program AND d.changed_by_id IS NULL AND d.proposed ->> 'kind' = 'dosage'
$$;

-- Who signs a newer revision has taken each open proposal on, changed it, or gone past it; whoever changes the phase or ends the program has left
-- them behind. Done here, because none of these acts may forget it. The patient's own report may place a hold, and reads neither drafts nor proposals.
CREATE FUNCTION settle_dosage_proposals() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  role_before text := current_setting('app.actor_role', true);
BEGIN
  PERFORM set_config('app.actor_role', 'system', true);
  IF NEW.current_revision IS DISTINCT FROM OLD.current_revision THEN
    UPDATE dosage_proposal d SET
      state = how.state, settled_at = how.signed_at,
      settled_by_id = CASE WHEN how.state <> 'superseded' THEN how.signed_by_id END,
      revision_id = CASE WHEN how.state <> 'superseded' THEN how.revision_id END,
      reason = CASE WHEN how.state = 'superseded' THEN 'revision' END
    FROM (
      SELECT o.id, r.signed_at, r.signed_by_id, r.id AS revision_id, CASE
        WHEN signed.dosage = jsonb_strip_nulls(o.to_dosage) THEN 'accepted'
        -- What was put back, or is prescribed no more, was not taken on.
        WHEN signed.dosage IS DISTINCT FROM jsonb_strip_nulls(o.from_dosage) AND signed.dosage IS NOT NULL AND EXISTS (
          SELECT FROM program_draft pd
          WHERE pd.clinic_id = o.clinic_id AND pd.program_id = o.program_id AND pd.proposed ->> 'kind' = 'dosage'
        ) THEN 'edited'
        ELSE 'superseded'
      END AS state
      FROM dosage_proposal o
      JOIN prescribed_exercise was ON was.clinic_id = o.clinic_id AND was.id = o.line_id
      JOIN program_revision r ON r.clinic_id = o.clinic_id AND r.program_id = o.program_id AND r.number = NEW.current_revision
      LEFT JOIN LATERAL (
        SELECT jsonb_strip_nulls(jsonb_build_object('sets', l.sets, 'reps', l.reps, 'holdSec', l.hold_sec, 'restSec', l.rest_sec,
          'durationMin', l.duration_min, 'perDay', l.per_day, 'perWeek', l.per_week, 'weekdays', nullif(to_jsonb(l.weekdays), '[]'),
          'loadKg', l.load_kg, 'rpeMax', l.rpe_max, 'side', l.side)) AS dosage
        FROM prescribed_exercise l
        WHERE l.clinic_id = r.clinic_id AND l.revision_id = r.id AND l.phase = was.phase AND l.exercise_code = was.exercise_code
        LIMIT 1
      ) signed ON true
      WHERE o.clinic_id = NEW.clinic_id AND o.program_id = NEW.id AND o.state = 'open'
    ) how
    WHERE d.clinic_id = NEW.clinic_id AND d.id = how.id;
  END IF;
  IF NEW.current_phase IS DISTINCT FROM OLD.current_phase OR (NEW.state <> OLD.state AND NEW.state IN ('completed', 'stopped')) THEN
    UPDATE dosage_proposal SET
      state = 'superseded', settled_at = now(), reason = CASE WHEN NEW.state IN ('completed', 'stopped') THEN 'end' ELSE 'phase' END
    WHERE clinic_id = NEW.clinic_id AND program_id = NEW.id AND state = 'open';
    IF FOUND THEN
      PERFORM discard_untouched_dosages(NEW.clinic_id, NEW.id);
    END IF;
  END IF;
  PERFORM set_config('app.actor_role', coalesce(role_before, ''), true);
  RETURN NULL;
END $$;
CREATE TRIGGER dosages_settled AFTER UPDATE OF current_revision, current_phase, state ON program
  FOR EACH ROW EXECUTE FUNCTION settle_dosage_proposals();

-- A hold ends every proposal to do more.
CREATE FUNCTION hold_ends_increases() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  role_before text := current_setting('app.actor_role', true);
BEGIN
  PERFORM set_config('app.actor_role', 'system', true);
  UPDATE dosage_proposal SET state = 'superseded', settled_at = now(), reason = 'hold'
  WHERE clinic_id = NEW.clinic_id AND program_id = NEW.program_id AND state = 'open' AND change = 'increase';
  IF FOUND THEN
    PERFORM discard_untouched_dosages(NEW.clinic_id, NEW.program_id);
  END IF;
  PERFORM set_config('app.actor_role', coalesce(role_before, ''), true);
  RETURN NULL;
END $$;
CREATE TRIGGER increases_end AFTER INSERT ON hold FOR EACH ROW EXECUTE FUNCTION hold_ends_increases();
