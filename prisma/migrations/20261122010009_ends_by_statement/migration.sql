-- What is written after the end of an episode is refused by statement instead of by row: a write of thousands of marks asks once, not thousands of
-- times. Still after the write and after its foreign keys, so that whoever waited for the end to be committed sees it.
CREATE OR REPLACE FUNCTION refuse_after_end() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  is_ended boolean;
BEGIN
  -- Each table has the column that its trigger names; the other statements are never planned for it.
  CASE TG_ARGV[0]
    WHEN 'patient_id' THEN
      IF EXISTS (
        SELECT FROM (SELECT DISTINCT w.clinic_id, w.patient_id FROM written w) w WHERE NOT EXISTS (
          SELECT FROM episode e WHERE e.clinic_id = w.clinic_id AND e.patient_id = w.patient_id AND e.ended_at IS NULL)
      ) THEN
        RAISE EXCEPTION 'no episode of this patient is open' USING ERRCODE = 'PW046';
      END IF;
      RETURN NULL;
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
  IF is_ended THEN
    RAISE EXCEPTION '% of % is refused: the episode has ended', TG_OP, TG_TABLE_NAME USING ERRCODE = 'PW046';
  END IF;
  RETURN NULL;
END $$;

-- A trigger that sees what was written stands for one kind of write.
DO $$
DECLARE
  guard record;
  reference text;
BEGIN
  FOR guard IN SELECT t.tgrelid::regclass AS name, t.tgname AS trigger, t.tgargs FROM pg_trigger t WHERE t.tgfoid = 'refuse_after_end'::regproc LOOP
    reference := trim(trailing E'\\000' from encode(guard.tgargs, 'escape'));
    EXECUTE format('DROP TRIGGER %I ON %s', guard.trigger, guard.name);
    EXECUTE format(
      'CREATE TRIGGER %I AFTER INSERT ON %s REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION refuse_after_end(%L)',
      'inserted_before_the_end_by_' || reference, guard.name, reference);
    EXECUTE format(
      'CREATE TRIGGER %I AFTER UPDATE ON %s REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION refuse_after_end(%L)',
      'updated_before_the_end_by_' || reference, guard.name, reference);
    EXECUTE format(
      'CREATE TRIGGER %I AFTER DELETE ON %s REFERENCING OLD TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION refuse_after_end(%L)',
      'deleted_before_the_end_by_' || reference, guard.name, reference);
  END LOOP;
END $$;
