-- A report that was entered in error is corrected within 24 hours, by the time at which each was made: one that a phone sends late is in time.
--   PW062 correction of a check-in
CREATE FUNCTION correction_is_in_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM check_in wrong
    WHERE wrong.clinic_id = NEW.clinic_id AND wrong.id = NEW.corrects_id AND NEW.reported_at > wrong.reported_at + interval '24 hours'
  ) THEN
    RAISE EXCEPTION 'a check-in is corrected within 24 hours' USING ERRCODE = 'PW062';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER correction_is_in_time BEFORE INSERT ON check_in FOR EACH ROW WHEN (NEW.corrects_id IS NOT NULL) EXECUTE FUNCTION correction_is_in_time();
