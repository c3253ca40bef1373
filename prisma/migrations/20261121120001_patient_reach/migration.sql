-- A patient's transaction reports; it neither admits, prescribes nor moves the days from which everything counts, whatever a page asks for.
-- `WITH CHECK` alone: reports lock rows that they do not change.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'patient', 'care_team_member', 'episode', 'restriction', 'program', 'program_revision', 'program_phase', 'prescribed_exercise', 'clearance'
  ] LOOP
    EXECUTE format(
      $policy$CREATE POLICY written_by_clinicians ON %I AS RESTRICTIVE FOR INSERT
        WITH CHECK ((SELECT current_setting('app.actor_role', true)) IS DISTINCT FROM 'patient')$policy$, name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['patient', 'care_team_member', 'episode', 'restriction'] LOOP
    EXECUTE format(
      $policy$CREATE POLICY changed_by_clinicians ON %I AS RESTRICTIVE FOR UPDATE USING (true)
        WITH CHECK ((SELECT current_setting('app.actor_role', true)) IS DISTINCT FROM 'patient')$policy$, name);
  END LOOP;
END $$;

-- What a report may bring about, always toward safety: a running program is held, a grant comes under review.
CREATE POLICY only_under_review_by_a_patient ON clearance AS RESTRICTIVE FOR UPDATE USING (true)
  WITH CHECK ((SELECT current_setting('app.actor_role', true)) IS DISTINCT FROM 'patient' OR state = 'under-review');
CREATE FUNCTION report_only_holds() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('app.actor_role', true) = 'patient' AND (
    NEW.state <> 'held' OR to_jsonb(NEW) - ARRAY['state', 'version'] IS DISTINCT FROM to_jsonb(OLD) - ARRAY['state', 'version']
  ) THEN
    RAISE EXCEPTION 'a report holds a program and changes nothing else of it' USING ERRCODE = 'PW011';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER report_only_holds BEFORE UPDATE ON program FOR EACH ROW EXECUTE FUNCTION report_only_holds();

-- Why a surgeon moved the timeline and who recorded which condition when is the team's; the patient's list goes by the episode itself.
CREATE POLICY no_history_for_a_patient ON timeline_change AS RESTRICTIVE FOR SELECT
  USING ((SELECT current_setting('app.actor_role', true)) IS DISTINCT FROM 'patient');
CREATE POLICY no_history_for_a_patient ON condition_change AS RESTRICTIVE FOR SELECT
  USING ((SELECT current_setting('app.actor_role', true)) IS DISTINCT FROM 'patient');

-- A change that names an earlier time does not pass beside a hold that is open now.
CREATE FUNCTION held_goes_nowhere() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.current_phase > OLD.current_phase AND EXISTS (
    SELECT FROM hold WHERE clinic_id = NEW.clinic_id AND program_id = NEW.id AND lifted_at IS NULL
  ) THEN
    RAISE EXCEPTION 'a program with an open hold does not advance' USING ERRCODE = 'PW012';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER held_goes_nowhere BEFORE UPDATE ON program FOR EACH ROW EXECUTE FUNCTION held_goes_nowhere();

-- How far bone has healed is read from imaging, by a surgeon.
CREATE FUNCTION healing_is_the_surgeons() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.criterion = 'fusionEvidence' AND NOT is_acting(NEW.clinic_id, NEW.recorded_by_id, ARRAY['surgeon']) THEN
    RAISE EXCEPTION 'how far bone has healed is recorded by a surgeon' USING ERRCODE = 'PW018';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER surgeons BEFORE INSERT ON criterion_evidence FOR EACH ROW EXECUTE FUNCTION healing_is_the_surgeons();
