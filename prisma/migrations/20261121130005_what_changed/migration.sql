-- What a new revision changed of what the patient could read. Lines of a superseded revision are closed to the patient, so that what was stopped
-- is written down when it is signed, while the gate still shows it; what is new or changed is named only through the line that is open now.
CREATE TABLE program_change (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  revision_id uuid NOT NULL,
  patient_id uuid NOT NULL,
  kind text NOT NULL,
  exercise_id uuid NOT NULL,
  before_line_id uuid,
  after_line_id uuid,
  before jsonb,
  PRIMARY KEY (clinic_id, id),
  FOREIGN KEY (clinic_id, revision_id, patient_id) REFERENCES program_revision (clinic_id, id, patient_id) ON DELETE RESTRICT ON UPDATE CASCADE,
  FOREIGN KEY (clinic_id, exercise_id) REFERENCES exercise (clinic_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  FOREIGN KEY (clinic_id, before_line_id, patient_id) REFERENCES prescribed_exercise (clinic_id, id, patient_id) ON DELETE RESTRICT ON UPDATE CASCADE,
  FOREIGN KEY (clinic_id, after_line_id, patient_id) REFERENCES prescribed_exercise (clinic_id, id, patient_id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT kind_is_known CHECK (
    (kind = 'added' AND before_line_id IS NULL AND after_line_id IS NOT NULL AND before IS NULL)
    OR (kind = 'stopped' AND before_line_id IS NOT NULL AND after_line_id IS NULL)
    OR (kind = 'changed' AND before_line_id IS NOT NULL AND after_line_id IS NOT NULL)
  ),
  CONSTRAINT before_with_its_line CHECK ((before IS NULL) = (before_line_id IS NULL) AND (before IS NULL OR jsonb_typeof(before) = 'object'))
);
CREATE INDEX program_change_clinic_id_revision_id_idx ON program_change (clinic_id, revision_id);

-- The patient has read it.
CREATE TABLE change_seen (
  clinic_id uuid NOT NULL,
  revision_id uuid NOT NULL,
  patient_id uuid NOT NULL,
  seen_at timestamptz(6) NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, revision_id),
  FOREIGN KEY (clinic_id, revision_id, patient_id) REFERENCES program_revision (clinic_id, id, patient_id) ON DELETE RESTRICT ON UPDATE CASCADE
);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['program_change', 'change_seen'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      $policy$CREATE POLICY of_this_clinic ON %I
        USING (clinic_id = (SELECT nullif(current_setting('app.clinic_id', true), '')::uuid))
        WITH CHECK (clinic_id = (SELECT nullif(current_setting('app.clinic_id', true), '')::uuid))$policy$, name);
    EXECUTE format(
      $policy$CREATE POLICY own_rows_of_a_patient ON %I AS RESTRICTIVE
        USING (
          (SELECT current_setting('app.actor_role', true)) IS DISTINCT FROM 'patient'
          OR patient_id = (SELECT nullif(current_setting('app.patient_id', true), '')::uuid)
        )$policy$, name);
    EXECUTE format('CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change(''PW027'')', name);
    EXECUTE format('CREATE TRIGGER all_kept BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change(''PW027'')', name);
  END LOOP;
END $$;
GRANT SELECT, INSERT ON program_change, change_seen TO phasewise_app;
REVOKE UPDATE, DELETE ON program_change, change_seen FROM phasewise_app;

CREATE POLICY written_by_clinicians ON program_change AS RESTRICTIVE FOR INSERT
  WITH CHECK ((SELECT current_setting('app.actor_role', true)) IS DISTINCT FROM 'patient');
-- The line's own gate decides: held back again, or superseded, it is not named here either.
CREATE POLICY open_changes_for_a_patient ON program_change AS RESTRICTIVE FOR SELECT
  USING (
    (SELECT current_setting('app.actor_role', true)) IS DISTINCT FROM 'patient'
    OR kind = 'stopped'
    OR EXISTS (
      SELECT FROM prescribed_exercise l WHERE l.clinic_id = program_change.clinic_id AND l.id = program_change.after_line_id
    )
  );
CREATE POLICY said_by_the_patient ON change_seen AS RESTRICTIVE FOR INSERT
  WITH CHECK ((SELECT current_setting('app.actor_role', true)) = 'patient');

-- What is stopped was open when it was written down, or was already told of as stopped: a line that nobody could read is never named.
CREATE FUNCTION stopped_was_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.kind = 'stopped' AND NOT EXISTS (
    SELECT FROM prescribed_exercise l
    WHERE l.clinic_id = NEW.clinic_id AND l.id = NEW.before_line_id AND line_is_open(
      l.clinic_id, l.revision_id, l.phase, l.exercise_code, l.opens_on, l.needs_keys, l.duration_min, l.load_kg, l.is_loaded_lifting
    )
  ) AND NOT EXISTS (
    SELECT FROM program_change told
    WHERE told.clinic_id = NEW.clinic_id AND told.before_line_id = NEW.before_line_id AND told.kind = 'stopped'
  ) THEN
    RAISE EXCEPTION 'only a line that the patient could read is told of as stopped' USING ERRCODE = 'PW027';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER was_open BEFORE INSERT ON program_change FOR EACH ROW EXECUTE FUNCTION stopped_was_open();
