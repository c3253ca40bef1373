-- The database refuses by itself what the verb refuses: a patient marks what is open to them now, today, or what was open to them on the day.
--   PW063 mark of an exercise that is not open
CREATE FUNCTION mark_is_of_open_line() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.on_day = today_in_clinic(NEW.clinic_id) AND EXISTS (
      SELECT FROM prescribed_exercise l
      WHERE l.clinic_id = NEW.clinic_id AND l.patient_id = NEW.patient_id AND l.id = NEW.prescribed_exercise_id))
    OR line_takes_mark(NEW.clinic_id, NEW.prescribed_exercise_id, NEW.on_day) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the exercise was not open to the patient on that day' USING ERRCODE = 'PW063';
END $$;
CREATE TRIGGER mark_is_of_open_line BEFORE INSERT ON exercise_log FOR EACH ROW
  WHEN (current_setting('app.actor_role', true) = 'patient') EXECUTE FUNCTION mark_is_of_open_line();

-- What is written after the end of an episode was asked as whoever writes: a patient reads no line of an ended episode, so that a mark that waited for
-- the end found nothing that had ended. The guard looks as itself, and the role is put back before it returns.
CREATE OR REPLACE FUNCTION refuse_after_end() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  role_before text := coalesce(current_setting('app.actor_role', true), '');
  is_ended boolean;
BEGIN
  PERFORM set_config('app.actor_role', 'end', true);
  -- Each table has the column that its trigger names; the other statements are never planned for it.
  CASE TG_ARGV[0]
    WHEN 'patient_id' THEN
      is_ended := EXISTS (
        SELECT FROM (SELECT DISTINCT w.clinic_id, w.patient_id FROM written w) w WHERE NOT EXISTS (
          SELECT FROM episode e WHERE e.clinic_id = w.clinic_id AND e.patient_id = w.patient_id AND e.ended_at IS NULL));
    WHEN 'episode_id' THEN
      is_ended := EXISTS (
        SELECT FROM (SELECT DISTINCT w.clinic_id, w.episode_id FROM written w) w
        JOIN episode e ON e.clinic_id = w.clinic_id AND e.id = w.episode_id WHERE e.ended_at IS NOT NULL);
    WHEN 'program_id' THEN
      is_ended := EXISTS (
        SELECT FROM (SELECT DISTINCT w.clinic_id, w.program_id FROM written w) w
        JOIN program p ON p.clinic_id = w.clinic_id AND p.id = w.program_id
        JOIN episode e ON e.clinic_id = p.clinic_id AND e.id = p.episode_id WHERE e.ended_at IS NOT NULL);
    WHEN 'revision_id' THEN
      is_ended := EXISTS (
        SELECT FROM (SELECT DISTINCT w.clinic_id, w.revision_id FROM written w) w
        JOIN program_revision r ON r.clinic_id = w.clinic_id AND r.id = w.revision_id
        JOIN program p ON p.clinic_id = r.clinic_id AND p.id = r.program_id
        JOIN episode e ON e.clinic_id = p.clinic_id AND e.id = p.episode_id WHERE e.ended_at IS NOT NULL);
    WHEN 'prescribed_exercise_id' THEN
      is_ended := EXISTS (
        SELECT FROM (SELECT DISTINCT w.clinic_id, w.prescribed_exercise_id FROM written w) w
        JOIN prescribed_exercise l ON l.clinic_id = w.clinic_id AND l.id = w.prescribed_exercise_id
        JOIN program_revision r ON r.clinic_id = l.clinic_id AND r.id = l.revision_id
        JOIN program p ON p.clinic_id = r.clinic_id AND p.id = r.program_id
        JOIN episode e ON e.clinic_id = p.clinic_id AND e.id = p.episode_id WHERE e.ended_at IS NOT NULL);
    WHEN 'clearance_id' THEN
      is_ended := EXISTS (
        SELECT FROM (SELECT DISTINCT w.clinic_id, w.clearance_id FROM written w) w
        JOIN clearance c ON c.clinic_id = w.clinic_id AND c.id = w.clearance_id
        JOIN episode e ON e.clinic_id = c.clinic_id AND e.id = c.episode_id WHERE e.ended_at IS NOT NULL);
    WHEN 'restriction_id' THEN
      is_ended := EXISTS (
        SELECT FROM (SELECT DISTINCT w.clinic_id, w.restriction_id FROM written w) w
        JOIN restriction r ON r.clinic_id = w.clinic_id AND r.id = w.restriction_id
        JOIN episode e ON e.clinic_id = r.clinic_id AND e.id = r.episode_id WHERE e.ended_at IS NOT NULL);
    WHEN 'check_in_id' THEN
      is_ended := EXISTS (
        SELECT FROM (SELECT DISTINCT w.clinic_id, w.check_in_id FROM written w) w
        JOIN check_in i ON i.clinic_id = w.clinic_id AND i.id = w.check_in_id
        JOIN episode e ON e.clinic_id = i.clinic_id AND e.id = i.episode_id WHERE e.ended_at IS NOT NULL);
  END CASE;
  PERFORM set_config('app.actor_role', role_before, true);
  IF is_ended THEN
    RAISE EXCEPTION '% of % is refused: the episode has ended, or none is open', TG_OP, TG_TABLE_NAME USING ERRCODE = 'PW046';
  END IF;
  RETURN NULL;
END $$;
