-- What fresh eyes found of decisions: an older signature settles nothing, terms stand still under review, a surgeon settles what a warning sign put
-- under review, a revocation is not taken back past a warning sign, and keys are counted where a request or a review is decided.

-- Whose it is to decide a clearance as it stands: what came under review is a surgeon's, whoever decided before.
CREATE FUNCTION decides_now(c clearance) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN c.state = 'under-review' THEN 'surgeon' ELSE clearance_decider(c.clinic_id, c.subject_id, c.episode_id) END
$$;

-- Taking back is whose decision it was: `undone_in_time` knows that.
CREATE OR REPLACE FUNCTION decider_may_decide() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.decided_by_id IS DISTINCT FROM nullif(current_setting('app.actor_id', true), '')::uuid OR NOT EXISTS (
    SELECT FROM clearance c
    JOIN clinic_user u ON u.clinic_id = c.clinic_id AND u.id = NEW.decided_by_id AND u.disabled_at IS NULL
      AND (u.role = decides_now(c) OR NEW.outcome = 'undone')
    JOIN care_team_member m ON m.clinic_id = c.clinic_id AND m.user_id = u.id AND m.patient_id = c.patient_id AND m.left_at IS NULL
    WHERE c.clinic_id = NEW.clinic_id AND c.id = NEW.clearance_id
  ) THEN
    RAISE EXCEPTION 'this clearance is not theirs to decide' USING ERRCODE = 'PW008';
  END IF;
  RETURN NEW;
END $$;
DROP POLICY by_the_decider ON clearance_decision;
CREATE POLICY by_the_decider ON clearance_decision AS RESTRICTIVE FOR INSERT
  WITH CHECK (
    (SELECT current_setting('app.actor_role', true)) = (
      SELECT decides_now(c) FROM clearance c WHERE c.clinic_id = clearance_decision.clinic_id AND c.id = clearance_decision.clearance_id
    )
    OR (outcome = 'undone' AND (SELECT current_setting('app.actor_role', true)) IN ('surgeon', 'therapist'))
  );

-- Whether a warning sign of the episode has come in since: what it would have put under review does not come back without a look.
CREATE FUNCTION warned_since(of_clinic uuid, of_episode uuid, since timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM check_in i
    WHERE i.clinic_id = of_clinic AND i.episode_id = of_episode AND i.received_at >= since AND i.level IN ('EMERGENCY', 'SAME_DAY_SURGEON')
  )
$$;

CREATE OR REPLACE FUNCTION undone_in_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.outcome = 'undone' AND NOT EXISTS (
    SELECT FROM clearance_decision d
    JOIN clearance c ON c.clinic_id = d.clinic_id AND c.id = d.clearance_id AND c.state = d.outcome AND c.decided_at = d.decided_at
    WHERE d.clinic_id = NEW.clinic_id AND d.id = NEW.undoes_id AND d.clearance_id = NEW.clearance_id
      AND d.decided_by_id = NEW.decided_by_id AND d.session_id = NEW.session_id
      AND now() < d.decided_at + interval '5 minutes'
      AND NOT (d.before ->> 'state' IN ('granted', 'limited') AND warned_since(c.clinic_id, c.episode_id, d.decided_at))
      AND NOT EXISTS (
        SELECT FROM clearance_seen s
        WHERE s.clinic_id = d.clinic_id AND s.clearance_id = d.clearance_id AND s.decided_at = d.decided_at
      )
  ) THEN
    RAISE EXCEPTION 'this decision is no longer taken back' USING ERRCODE = 'PW033';
  END IF;
  RETURN NEW;
END $$;

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
  -- Coming under review, or to an end, changes none of the terms; nor does anything while a grant stands or is under review.
  IF NOT is_renewed AND (OLD.state, NEW.state) IN (
    ('granted', 'granted'), ('limited', 'limited'), ('under-review', 'under-review'), ('granted', 'under-review'), ('limited', 'under-review'),
    ('granted', 'expired'), ('limited', 'expired')
  ) AND standing_of(NEW) - 'state' - 'opensKeys' IS DISTINCT FROM standing_of(OLD) - 'state' - 'opensKeys' THEN
    RAISE EXCEPTION 'the terms of a grant change only by a new decision' USING ERRCODE = 'PW007';
  END IF;
  IF NEW.state = OLD.state AND NOT is_renewed THEN
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
    WHERE d.clinic_id = NEW.clinic_id AND d.clearance_id = NEW.id AND d.outcome = NEW.state AND d.decided_at = NEW.decided_at
      AND d.decided_at > coalesce(OLD.decided_at, '-infinity') AND NOT EXISTS (
        SELECT FROM clearance_decision back WHERE back.clinic_id = d.clinic_id AND back.undoes_id = d.id
      );
    IF NOT FOUND THEN
      RAISE EXCEPTION 'a clearance changes only by a signed decision' USING ERRCODE = 'PW007';
    END IF;
  END IF;
  IF (is_renewed OR NEW.state NOT IN ('requested', 'granted', 'limited')) AND NOT NEW.opens_keys <@ OLD.opens_keys THEN
    RAISE EXCEPTION 'a clearance opens further keys only by a decision' USING ERRCODE = 'PW007';
  END IF;
  RETURN NEW;
END $$;

-- A renewal keeps the keys that stand: what it opens was shown.
CREATE OR REPLACE FUNCTION clearance_opens() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' OR (
    NEW.state <> OLD.state AND undone_standing(OLD) IS NULL
    AND (NEW.state = 'requested' OR (OLD.state IN ('requested', 'under-review') AND NEW.state IN ('granted', 'limited')))
  ) THEN
    NEW.opens_keys := coalesce(keys_opened_by(NEW.clinic_id, NEW.subject_id, NEW.episode_id), '{}');
  END IF;
  RETURN NEW;
END $$;
