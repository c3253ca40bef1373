-- An exercise that is prescribed several times a day has as many sessions a day, and each mark names its own.
--   PW060 mark of an exercise
-- The fingerprint is of what was said with the key, so that a mark sent again is told from another one; marks from before have none.
ALTER TABLE exercise_log
  ADD COLUMN session smallint NOT NULL DEFAULT 1,
  ADD COLUMN fingerprint text NOT NULL DEFAULT '',
  ADD CONSTRAINT session_in_range CHECK (session BETWEEN 1 AND 24),
  ADD CONSTRAINT fingerprint_is_sha256 CHECK (fingerprint = '' OR fingerprint ~ '^[0-9a-f]{64}$');
CREATE INDEX exercise_log_clinic_id_prescribed_exercise_id_on_day_idx ON exercise_log (clinic_id, prescribed_exercise_id, on_day);

-- The latest mark of each session of a line on a day. A revision that prescribes the same exercise anew begins no new day: what was marked on the
-- line of an earlier revision counts for the line in its place, the nth of the same exercise in its phase. A patient reads open lines of the current
-- revision alone, so the function answers in their stead, of their own lines only.
CREATE FUNCTION marks_of_day(of_clinic uuid, of_line uuid, of_day date) RETURNS TABLE (session smallint, outcome text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  role_before text := coalesce(current_setting('app.actor_role', true), '');
BEGIN
  PERFORM set_config('app.actor_role', 'marks', true);
  RETURN QUERY
    WITH placed AS (
      SELECT l.id, row_number() OVER (PARTITION BY l.revision_id, l.phase ORDER BY l.position, l.id) AS nth
      FROM prescribed_exercise asked
      JOIN program_revision now ON now.clinic_id = asked.clinic_id AND now.id = asked.revision_id
      JOIN program_revision r ON r.clinic_id = asked.clinic_id AND r.program_id = now.program_id
      JOIN prescribed_exercise l ON l.clinic_id = r.clinic_id AND l.revision_id = r.id AND l.exercise_code = asked.exercise_code
      WHERE asked.clinic_id = of_clinic AND asked.id = of_line
        AND (role_before <> 'patient' OR asked.patient_id = nullif(current_setting('app.patient_id', true), '')::uuid)
    )
    SELECT DISTINCT ON (g.session) g.session, g.outcome
    FROM placed
    JOIN placed the_line ON the_line.id = of_line AND the_line.nth = placed.nth
    JOIN exercise_log g ON g.clinic_id = of_clinic AND g.prescribed_exercise_id = placed.id AND g.on_day = of_day
    ORDER BY g.session, g.reported_at DESC, g.received_at DESC, g.id DESC;
  PERFORM set_config('app.actor_role', role_before, true);
END $$;
REVOKE ALL ON FUNCTION marks_of_day(uuid, uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION marks_of_day(uuid, uuid, date) TO phasewise_app;

-- Asked of lines that the patient no longer reads too.
CREATE FUNCTION session_is_prescribed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  role_before text := coalesce(current_setting('app.actor_role', true), '');
  times_a_day integer;
BEGIN
  PERFORM set_config('app.actor_role', 'marks', true);
  SELECT l.per_day INTO times_a_day FROM prescribed_exercise l WHERE l.clinic_id = NEW.clinic_id AND l.id = NEW.prescribed_exercise_id;
  PERFORM set_config('app.actor_role', role_before, true);
  IF NEW.session > coalesce(times_a_day, 1) THEN
    RAISE EXCEPTION 'an exercise has no more sessions a day than were prescribed' USING ERRCODE = 'PW060';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER session_is_prescribed BEFORE INSERT ON exercise_log FOR EACH ROW WHEN (NEW.session > 1) EXECUTE FUNCTION session_is_prescribed();
