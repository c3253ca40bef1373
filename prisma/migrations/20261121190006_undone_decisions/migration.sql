-- Whoever decided may take it back for five minutes, from the same sign-in, until the patient has seen it. Nothing is erased: taking back is a
-- decision of its own, and the clearance returns to what it was before.
--   PW033 undone decision   PW034 seen decision
ALTER TABLE clearance_decision
  ADD COLUMN undoes_id uuid,
  -- Not signed: it says from which sign-in nobody has to prove again who they are.
  ADD COLUMN session_id text,
  -- How the clearance stood before, written by the database.
  ADD COLUMN before jsonb NOT NULL DEFAULT '{}',
  DROP CONSTRAINT outcome_is_known,
  DROP CONSTRAINT refusal_has_a_reason,
  ADD CONSTRAINT outcome_is_known CHECK (outcome IN ('granted', 'limited', 'denied', 'returned', 'revoked', 'undone')),
  ADD CONSTRAINT refusal_has_a_reason
    CHECK (outcome IN ('granted', 'limited', 'undone') OR (reason IS NOT NULL AND btrim(reason) <> '')),
  ADD CONSTRAINT undoes_one CHECK ((outcome = 'undone') = (undoes_id IS NOT NULL)),
  ADD CONSTRAINT clearance_decision_clinic_id_undoes_id_fkey
    FOREIGN KEY (clinic_id, undoes_id) REFERENCES clearance_decision (clinic_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE UNIQUE INDEX clearance_decision_undone_once ON clearance_decision (clinic_id, undoes_id) WHERE undoes_id IS NOT NULL;

-- What the patient's own page showed of a decision, and since when.
CREATE TABLE clearance_seen (
  clinic_id uuid NOT NULL,
  clearance_id uuid NOT NULL,
  patient_id uuid NOT NULL,
  decided_at timestamptz(6) NOT NULL,
  seen_at timestamptz(6) NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, clearance_id, decided_at),
  FOREIGN KEY (clinic_id, clearance_id, patient_id) REFERENCES clearance (clinic_id, id, patient_id) ON DELETE RESTRICT ON UPDATE CASCADE
);
ALTER TABLE clearance_seen ENABLE ROW LEVEL SECURITY;
ALTER TABLE clearance_seen FORCE ROW LEVEL SECURITY;
CREATE POLICY of_this_clinic ON clearance_seen
  USING (clinic_id = (SELECT nullif(current_setting('app.clinic_id', true), '')::uuid))
  WITH CHECK (clinic_id = (SELECT nullif(current_setting('app.clinic_id', true), '')::uuid));
CREATE POLICY own_rows_of_a_patient ON clearance_seen AS RESTRICTIVE
  USING (
    (SELECT current_setting('app.actor_role', true)) IS DISTINCT FROM 'patient'
    OR patient_id = (SELECT nullif(current_setting('app.patient_id', true), '')::uuid)
  );
CREATE POLICY seen_by_the_patient ON clearance_seen AS RESTRICTIVE FOR INSERT
  WITH CHECK ((SELECT current_setting('app.actor_role', true)) = 'patient');
CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON clearance_seen FOR EACH ROW EXECUTE FUNCTION refuse_change('PW034');
CREATE TRIGGER all_kept BEFORE TRUNCATE ON clearance_seen FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('PW034');
GRANT SELECT, INSERT ON clearance_seen TO phasewise_app;
REVOKE UPDATE, DELETE ON clearance_seen FROM phasewise_app;

-- State, terms and last decision of a clearance, as a decision on it leaves them behind and an undone one brings them back.
CREATE FUNCTION standing_of(c clearance) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_build_object('state', c.state, 'fromDay', c.from_day, 'untilDay', c.until_day, 'maxMinutes', c.max_minutes, 'maxKg', c.max_kg,
    'wordsForPatient', c.words_for_patient, 'reviewOn', c.review_on, 'decidedAt', c.decided_at AT TIME ZONE 'UTC',
    'decidedById', c.decided_by_id, 'opensKeys', to_jsonb(c.opens_keys))
$$;

CREATE FUNCTION keep_what_was_before() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT standing_of(c) INTO NEW.before FROM clearance c WHERE c.clinic_id = NEW.clinic_id AND c.id = NEW.clearance_id;
  NEW.before := coalesce(NEW.before, '{}');
  RETURN NEW;
END $$;
CREATE TRIGGER before_it BEFORE INSERT ON clearance_decision FOR EACH ROW EXECUTE FUNCTION keep_what_was_before();

-- Only the decision that the clearance stands by, by the same person from the same sign-in, in its five minutes, unseen.
CREATE FUNCTION undone_in_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.outcome = 'undone' AND NOT EXISTS (
    SELECT FROM clearance_decision d
    JOIN clearance c ON c.clinic_id = d.clinic_id AND c.id = d.clearance_id AND c.state = d.outcome AND c.decided_at = d.decided_at
    WHERE d.clinic_id = NEW.clinic_id AND d.id = NEW.undoes_id AND d.clearance_id = NEW.clearance_id
      AND d.decided_by_id = NEW.decided_by_id AND d.session_id = NEW.session_id
      AND now() < d.decided_at + interval '5 minutes'
      AND NOT EXISTS (
        SELECT FROM clearance_seen s
        WHERE s.clinic_id = d.clinic_id AND s.clearance_id = d.clearance_id AND s.decided_at = d.decided_at
      )
  ) THEN
    RAISE EXCEPTION 'this decision is no longer taken back' USING ERRCODE = 'PW033';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER undone_in_time BEFORE INSERT ON clearance_decision FOR EACH ROW EXECUTE FUNCTION undone_in_time();

-- What the clearance returns to when the decision that it stands by was taken back; null as long as it was not.
CREATE FUNCTION undone_standing(c clearance) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT d.before FROM clearance_decision d
  JOIN clearance_decision u ON u.clinic_id = d.clinic_id AND u.undoes_id = d.id
  WHERE d.clinic_id = c.clinic_id AND d.clearance_id = c.id AND d.outcome = c.state AND d.decided_at = c.decided_at
$$;

CREATE OR REPLACE FUNCTION clearance_moves() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  standing jsonb;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'requested' THEN
      RAISE EXCEPTION 'a clearance begins as requested' USING ERRCODE = 'PW007';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.subject_id <> OLD.subject_id OR NEW.episode_id <> OLD.episode_id THEN
    RAISE EXCEPTION 'a clearance keeps its subject' USING ERRCODE = 'PW007';
  END IF;
  standing := undone_standing(OLD);
  IF standing IS NOT NULL THEN
    NEW.decided_by_id := (standing ->> 'decidedById')::uuid;
    NEW.opens_keys := ARRAY(SELECT jsonb_array_elements_text(standing -> 'opensKeys'));
    IF standing_of(NEW) IS DISTINCT FROM standing THEN
      RAISE EXCEPTION 'what was taken back returns to what was before' USING ERRCODE = 'PW007';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.state = OLD.state THEN
    IF OLD.state IN ('granted', 'limited') AND (NEW.from_day, NEW.until_day, NEW.max_minutes, NEW.max_kg, NEW.words_for_patient)
      IS DISTINCT FROM (OLD.from_day, OLD.until_day, OLD.max_minutes, OLD.max_kg, OLD.words_for_patient) THEN
      RAISE EXCEPTION 'the terms of a grant change only by a new decision' USING ERRCODE = 'PW007';
    END IF;
    IF NOT NEW.opens_keys <@ OLD.opens_keys THEN
      RAISE EXCEPTION 'a clearance opens further keys only by a decision' USING ERRCODE = 'PW007';
    END IF;
    RETURN NEW;
  END IF;
  IF (OLD.state, NEW.state) NOT IN (
    ('requested', 'granted'), ('requested', 'limited'), ('requested', 'denied'), ('requested', 'returned'), ('returned', 'requested'),
    ('granted', 'under-review'), ('limited', 'under-review'), ('granted', 'revoked'), ('limited', 'revoked'),
    ('granted', 'expired'), ('limited', 'expired'), ('under-review', 'granted'), ('under-review', 'limited'), ('under-review', 'revoked')
  ) THEN
    RAISE EXCEPTION 'a clearance does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'PW007';
  END IF;
  IF NEW.state IN ('granted', 'limited', 'denied', 'returned', 'revoked') THEN
    -- Who decided stands on the clearance too, for the patient, who does not read the decision with its evidence.
    SELECT d.decided_by_id INTO NEW.decided_by_id FROM clearance_decision d
    WHERE d.clinic_id = NEW.clinic_id AND d.clearance_id = NEW.id AND d.outcome = NEW.state AND d.decided_at = NEW.decided_at;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'a clearance changes only by a signed decision' USING ERRCODE = 'PW007';
    END IF;
  END IF;
  IF NEW.state NOT IN ('requested', 'granted', 'limited') AND NOT NEW.opens_keys <@ OLD.opens_keys THEN
    RAISE EXCEPTION 'a clearance opens further keys only by a decision' USING ERRCODE = 'PW007';
  END IF;
  RETURN NEW;
END $$;
-- `moves` runs before: here only a new request or a new grant counts its keys; what was taken back keeps those of before.
CREATE OR REPLACE FUNCTION clearance_opens() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' OR (
    NEW.state <> OLD.state AND NEW.state IN ('requested', 'granted', 'limited') AND undone_standing(OLD) IS NULL
  ) THEN
    NEW.opens_keys := coalesce(keys_opened_by(NEW.clinic_id, NEW.subject_id, NEW.episode_id), '{}');
  END IF;
  RETURN NEW;
END $$;
