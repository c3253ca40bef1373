-- A grant that stands is renewed or changed before it ends, by a new signed decision with its own terms: without it the patient would have to stop
-- on the day after, or the surgeon to revoke first. Without a new decision nothing of it changes.
CREATE OR REPLACE FUNCTION clearance_moves() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  standing jsonb;
  is_renewed boolean;
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
  is_renewed := OLD.state IN ('granted', 'limited') AND NEW.state IN ('granted', 'limited') AND NEW.decided_at IS DISTINCT FROM OLD.decided_at;
  IF NEW.state = OLD.state AND NOT is_renewed THEN
    IF OLD.state IN ('granted', 'limited')
      AND (NEW.from_day, NEW.until_day, NEW.max_minutes, NEW.max_kg, NEW.words_for_patient, NEW.review_on, NEW.decided_by_id)
      IS DISTINCT FROM (OLD.from_day, OLD.until_day, OLD.max_minutes, OLD.max_kg, OLD.words_for_patient, OLD.review_on, OLD.decided_by_id) THEN
      RAISE EXCEPTION 'the terms of a grant change only by a new decision' USING ERRCODE = 'PW007';
    END IF;
    IF NOT NEW.opens_keys <@ OLD.opens_keys THEN
      RAISE EXCEPTION 'a clearance opens further keys only by a decision' USING ERRCODE = 'PW007';
    END IF;
    RETURN NEW;
  END IF;
  IF NOT is_renewed AND (OLD.state, NEW.state) NOT IN (
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
  IF (is_renewed OR NEW.state NOT IN ('requested', 'granted', 'limited')) AND NOT NEW.opens_keys <@ OLD.opens_keys THEN
    RAISE EXCEPTION 'a clearance opens further keys only by a decision' USING ERRCODE = 'PW007';
  END IF;
  RETURN NEW;
END $$;
