-- A signature names the draft that was read by its version. A draft that goes and another one that comes are two drafts: their versions never repeat.
-- PW054: the count of versions goes up only.
-- Of a program it stands beside it: a program that has ended never changes, but its draft goes with its end.
CREATE TABLE program_draft_version (
  clinic_id          uuid    NOT NULL,
  program_id         uuid    NOT NULL,
  patient_id         uuid    NOT NULL,
  last_draft_version integer NOT NULL,
  CONSTRAINT program_draft_version_pkey PRIMARY KEY (clinic_id, program_id),
  CONSTRAINT program_draft_version_clinic_id_program_id_patient_id_fkey
    FOREIGN KEY (clinic_id, program_id, patient_id) REFERENCES program (clinic_id, id, patient_id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX program_draft_version_clinic_id_program_id_patient_id_key ON program_draft_version (clinic_id, program_id, patient_id);
ALTER TABLE program_draft_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE program_draft_version FORCE ROW LEVEL SECURITY;
CREATE POLICY of_this_clinic ON program_draft_version
  USING (clinic_id = (SELECT nullif(current_setting('app.clinic_id', true), '')::uuid))
  WITH CHECK (clinic_id = (SELECT nullif(current_setting('app.clinic_id', true), '')::uuid));
CREATE POLICY no_draft_for_a_patient ON program_draft_version AS RESTRICTIVE
  USING ((SELECT current_setting('app.actor_role', true)) IS DISTINCT FROM 'patient');
GRANT SELECT, INSERT, UPDATE (last_draft_version) ON program_draft_version TO phasewise_app;
ALTER TABLE template ADD COLUMN last_draft_version integer NOT NULL DEFAULT 0;
GRANT UPDATE (last_draft_version) ON template TO phasewise_app;

CREATE FUNCTION draft_versions_count_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.last_draft_version < OLD.last_draft_version THEN
    RAISE EXCEPTION 'versions of drafts are counted up' USING ERRCODE = 'PW054';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER draft_versions BEFORE UPDATE ON program_draft_version FOR EACH ROW EXECUTE FUNCTION draft_versions_count_up();
CREATE TRIGGER draft_versions BEFORE UPDATE OF last_draft_version ON template FOR EACH ROW EXECUTE FUNCTION draft_versions_count_up();

CREATE FUNCTION program_draft_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.version := greatest(NEW.version, 1 + coalesce(
      (SELECT u.last_draft_version FROM program_draft_version u WHERE u.clinic_id = NEW.clinic_id AND u.program_id = NEW.program_id), 0));
  ELSIF NEW.version < OLD.version OR (NEW.clinic_id, NEW.program_id) IS DISTINCT FROM (OLD.clinic_id, OLD.program_id) THEN
    RAISE EXCEPTION 'versions of drafts are counted up' USING ERRCODE = 'PW054';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER counts_up BEFORE INSERT OR UPDATE ON program_draft FOR EACH ROW EXECUTE FUNCTION program_draft_version();

CREATE FUNCTION program_draft_ends() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO program_draft_version AS u (clinic_id, program_id, patient_id, last_draft_version)
  VALUES (OLD.clinic_id, OLD.program_id, OLD.patient_id, OLD.version)
  ON CONFLICT (clinic_id, program_id) DO UPDATE SET last_draft_version = greatest(u.last_draft_version, OLD.version);
  RETURN NULL;
END $$;
CREATE TRIGGER version_is_used AFTER DELETE ON program_draft FOR EACH ROW EXECUTE FUNCTION program_draft_ends();

-- Lines and phases of a template's draft are counted apart; a new draft begins past both.
CREATE FUNCTION template_draft_version() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  next_version integer := 1 + coalesce(
    (SELECT t.last_draft_version FROM template t WHERE t.clinic_id = NEW.clinic_id AND t.id = NEW.template_id), 0);
BEGIN
  NEW.version := greatest(NEW.version, next_version);
  NEW.phases_version := greatest(NEW.phases_version, next_version);
  RETURN NEW;
END $$;
CREATE TRIGGER counts_up BEFORE INSERT ON template_draft FOR EACH ROW EXECUTE FUNCTION template_draft_version();

CREATE FUNCTION template_draft_ends() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE template SET last_draft_version = greatest(last_draft_version, OLD.version, OLD.phases_version)
  WHERE clinic_id = OLD.clinic_id AND id = OLD.template_id;
  RETURN NULL;
END $$;
CREATE TRIGGER version_is_used AFTER DELETE ON template_draft FOR EACH ROW EXECUTE FUNCTION template_draft_ends();
