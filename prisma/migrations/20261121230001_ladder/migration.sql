-- The phase ladder: a clinician's own hold, going on after a long one, stepping back, completing.
--   PW035 completing a program, and what has ended   PW036 placing a hold   PW037 going on after a long hold   PW038 phase of a program that does not run
ALTER TABLE hold
  ADD COLUMN words text,
  ADD COLUMN resumed_phase integer,
  ADD COLUMN proposed_phase integer,
  ADD COLUMN stay_reason text;
ALTER TABLE hold
  ADD CONSTRAINT clinician_says_why CHECK (placed_by_id IS NULL OR (words IS NOT NULL AND btrim(words) <> '')),
  ADD CONSTRAINT phase_only_with_the_lift CHECK (resumed_phase IS NULL OR (lifted_at IS NOT NULL AND resumed_phase >= 1)),
  ADD CONSTRAINT proposed_with_the_phase CHECK (num_nonnulls(resumed_phase, proposed_phase) IN (0, 2)),
  ADD CONSTRAINT above_the_proposal_with_reason CHECK (
    (stay_reason IS NULL OR (resumed_phase IS NOT NULL AND btrim(stay_reason) <> ''))
    AND (resumed_phase IS NULL OR resumed_phase <= proposed_phase OR stay_reason IS NOT NULL)
  );

ALTER TABLE program
  ADD COLUMN completed_at timestamptz(6),
  ADD COLUMN completed_by_id uuid,
  ADD COLUMN completion_reason text;
ALTER TABLE program
  ADD FOREIGN KEY (clinic_id, completed_by_id) REFERENCES clinic_user (clinic_id, id),
  ADD CONSTRAINT completed_with_reason CHECK (
    num_nonnulls(completed_at, completed_by_id, completion_reason) = CASE state WHEN 'completed' THEN 3 ELSE 0 END
    AND (completion_reason IS NULL OR btrim(completion_reason) <> '')
  );

-- The hold whose lifting led back to the phase.
ALTER TABLE phase_change ADD COLUMN hold_id uuid;
ALTER TABLE phase_change
  ADD FOREIGN KEY (clinic_id, hold_id) REFERENCES hold (clinic_id, id),
  ADD CONSTRAINT moved_with_reason CHECK (btrim(reason) <> '');

-- Since when a program stands still: holds that touch each other are one stop.
CREATE FUNCTION held_since(of_clinic uuid, of_program uuid) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  WITH RECURSIVE stop (since) AS (
    SELECT min(h.placed_at) FROM hold h WHERE h.clinic_id = of_clinic AND h.program_id = of_program AND h.lifted_at IS NULL
    UNION
    SELECT h.placed_at FROM stop
    JOIN hold h ON h.clinic_id = of_clinic AND h.program_id = of_program AND h.placed_at < stop.since AND h.lifted_at >= stop.since
  )
  SELECT min(since) FROM stop
$$;

CREATE FUNCTION hold_is_placed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM program p WHERE p.clinic_id = NEW.clinic_id AND p.id = NEW.program_id AND p.state IN ('draft', 'active', 'held')
  ) THEN
    RAISE EXCEPTION 'a program that has ended is not held' USING ERRCODE = 'PW036';
  END IF;
  IF NEW.placed_by_id IS NOT NULL AND NOT is_acting_for(
    NEW.clinic_id, NEW.placed_by_id, NEW.patient_id,
    CASE WHEN NEW.surgeon_only THEN ARRAY['surgeon'] ELSE ARRAY['surgeon', 'therapist'] END
  ) THEN
    RAISE EXCEPTION 'this hold is not theirs to place' USING ERRCODE = 'PW036';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER placed BEFORE INSERT ON hold FOR EACH ROW EXECUTE FUNCTION hold_is_placed();

-- Whoever lifts the last hold of a long stop says in which phase the program goes on, never in a later one.
CREATE FUNCTION hold_ends_in_a_phase() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  stood program;
  days integer;
BEGIN
  IF (NEW.words, NEW.placed_by_id, NEW.level, NEW.check_in_id) IS DISTINCT FROM (OLD.words, OLD.placed_by_id, OLD.level, OLD.check_in_id) THEN
    RAISE EXCEPTION 'why a hold was placed never changes' USING ERRCODE = 'PW009';
  END IF;
  IF NEW.lifted_at IS NULL OR OLD.lifted_at IS NOT NULL THEN
    RETURN NEW;
  END IF;
  SELECT * INTO stood FROM program p WHERE p.clinic_id = NEW.clinic_id AND p.id = NEW.program_id;
  SELECT (greatest(NEW.lifted_at, now()) AT TIME ZONE c.time_zone)::date - (held_since(NEW.clinic_id, NEW.program_id) AT TIME ZONE c.time_zone)::date
    INTO days FROM clinic c WHERE c.id = NEW.clinic_id;
  IF stood.state = 'held' AND days >= 14 AND NEW.resumed_phase IS NULL AND NOT EXISTS (
    SELECT FROM hold h WHERE h.clinic_id = NEW.clinic_id AND h.program_id = NEW.program_id AND h.lifted_at IS NULL AND h.id <> NEW.id
  ) THEN
    RAISE EXCEPTION 'after 14 days or more the lift names the phase' USING ERRCODE = 'PW037';
  END IF;
  IF NEW.resumed_phase > stood.current_phase THEN
    RAISE EXCEPTION 'no program goes on in a later phase' USING ERRCODE = 'PW037';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER lifted_in_a_phase BEFORE UPDATE ON hold FOR EACH ROW EXECUTE FUNCTION hold_ends_in_a_phase();

CREATE FUNCTION goes_on_as_lifted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'held' AND NEW.state = 'active' AND EXISTS (
    SELECT FROM (
      SELECT h.resumed_phase FROM hold h
      WHERE h.clinic_id = NEW.clinic_id AND h.program_id = NEW.id AND h.lifted_at IS NOT NULL ORDER BY h.lifted_at DESC, h.id DESC LIMIT 1
    ) AS last WHERE last.resumed_phase <> NEW.current_phase
  ) THEN
    RAISE EXCEPTION 'a program goes on in the phase that the lift names' USING ERRCODE = 'PW037';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER goes_on_as_lifted BEFORE UPDATE ON program FOR EACH ROW EXECUTE FUNCTION goes_on_as_lifted();

-- Completing is a clinician's of the care team, of a program that runs and is not held; what has ended stands as it ended.
CREATE FUNCTION program_ends() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state IN ('completed', 'stopped') AND NEW IS DISTINCT FROM OLD THEN
    RAISE EXCEPTION 'a program that has ended never changes' USING ERRCODE = 'PW035';
  END IF;
  IF NEW.state = 'completed' AND OLD.state <> 'completed' AND (
    OLD.state <> 'active' OR NEW.current_phase IS DISTINCT FROM OLD.current_phase
    OR NOT is_acting_for(NEW.clinic_id, NEW.completed_by_id, NEW.patient_id, ARRAY['therapist', 'surgeon'])
  ) THEN
    RAISE EXCEPTION 'only a running program is completed, by a clinician of the care team' USING ERRCODE = 'PW035';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER program_ends BEFORE UPDATE ON program FOR EACH ROW EXECUTE FUNCTION program_ends();

-- A step back is the therapist's, or belongs to the lift of a long hold by whoever lifted it; a step forward stays the therapist's.
CREATE OR REPLACE FUNCTION phase_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM program p WHERE p.clinic_id = NEW.clinic_id AND p.id = NEW.program_id AND p.state IN ('draft', 'active', 'held')
  ) THEN
    RAISE EXCEPTION 'a program that has ended has no next phase' USING ERRCODE = 'PW038';
  END IF;
  IF NEW.from_phase IS NOT NULL AND (NEW.to_phase = NEW.from_phase OR NEW.to_phase > NEW.from_phase + 1 OR NEW.to_phase < 1) THEN
    RAISE EXCEPTION 'a program does not go from phase % to phase %', NEW.from_phase, NEW.to_phase USING ERRCODE = 'PW012';
  END IF;
  IF NEW.to_phase > NEW.from_phase AND EXISTS (
    SELECT FROM hold WHERE clinic_id = NEW.clinic_id AND program_id = NEW.program_id AND lifted_at IS NULL AND placed_at <= NEW.changed_at
  ) THEN
    RAISE EXCEPTION 'a program with an open hold does not advance' USING ERRCODE = 'PW012';
  END IF;
  IF NEW.hold_id IS NOT NULL THEN
    IF NEW.to_phase < NEW.from_phase AND is_acting_for(NEW.clinic_id, NEW.changed_by_id, NEW.patient_id, ARRAY['therapist', 'surgeon']) AND EXISTS (
      SELECT FROM hold h
      WHERE h.clinic_id = NEW.clinic_id AND h.id = NEW.hold_id AND h.program_id = NEW.program_id AND h.lifted_by_id = NEW.changed_by_id
        AND h.resumed_phase = NEW.to_phase
    ) THEN
      RETURN NEW;
    END IF;
    RAISE EXCEPTION 'a lift leads back to the phase that it names' USING ERRCODE = 'PW037';
  END IF;
  IF NOT is_acting_for(NEW.clinic_id, NEW.changed_by_id, NEW.patient_id, ARRAY['therapist']) THEN
    RAISE EXCEPTION 'a phase is changed by a therapist of the care team' USING ERRCODE = 'PW012';
  END IF;
  RETURN NEW;
END $$;
