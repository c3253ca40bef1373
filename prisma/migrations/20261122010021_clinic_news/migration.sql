-- That something is new in a clinic, and no more: open worklists hear it at once and ask for the rest as their own person. Told at commit.
CREATE FUNCTION tell_clinic() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('clinic_news', NEW.clinic_id::text);
  RETURN NULL;
END $$;
CREATE TRIGGER tell_clinic AFTER INSERT OR UPDATE ON alert FOR EACH ROW EXECUTE FUNCTION tell_clinic();
CREATE TRIGGER tell_clinic AFTER INSERT OR UPDATE ON hold FOR EACH ROW EXECUTE FUNCTION tell_clinic();
