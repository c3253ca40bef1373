-- Every clinical table belongs to exactly one clinic: row-level security is enabled and forced, so that without a clinic there are no rows,
-- not even for the owner. The cast stands inside the subselect: it is evaluated once a statement, not once a row.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'clinic_user', 'credential', 'sign_in_session', 'patient', 'care_team_member', 'episode', 'restriction', 'exercise', 'template',
    'template_version', 'template_phase', 'template_exercise', 'clearance_subject', 'program', 'program_draft', 'program_revision',
    'program_phase', 'prescribed_exercise', 'phase_change', 'hold', 'clearance', 'clearance_decision', 'check_in', 'symptom_report',
    'exercise_log', 'alert', 'audit_event'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      $policy$CREATE POLICY of_this_clinic ON %I
        USING (clinic_id = (SELECT nullif(current_setting('app.clinic_id', true), '')::uuid))
        WITH CHECK (clinic_id = (SELECT nullif(current_setting('app.clinic_id', true), '')::uuid))$policy$, name);
  END LOOP;
END $$;

ALTER TABLE clinic ENABLE ROW LEVEL SECURITY;
ALTER TABLE clinic FORCE ROW LEVEL SECURITY;
CREATE POLICY this_clinic ON clinic
  USING (id = (SELECT nullif(current_setting('app.clinic_id', true), '')::uuid))
  WITH CHECK (id = (SELECT nullif(current_setting('app.clinic_id', true), '')::uuid));

-- A patient sees and writes their own rows only, whatever a page asks for.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'care_team_member', 'episode', 'restriction', 'program', 'program_revision', 'program_phase', 'prescribed_exercise', 'phase_change',
    'hold', 'clearance', 'clearance_decision', 'check_in', 'symptom_report', 'exercise_log', 'alert'
  ] LOOP
    EXECUTE format(
      $policy$CREATE POLICY own_rows_of_a_patient ON %I AS RESTRICTIVE
        USING (
          (SELECT current_setting('app.actor_role', true)) IS DISTINCT FROM 'patient'
          OR patient_id = (SELECT nullif(current_setting('app.patient_id', true), '')::uuid)
        )$policy$, name);
  END LOOP;
END $$;

CREATE POLICY own_record_of_a_patient ON patient AS RESTRICTIVE
  USING (
    (SELECT current_setting('app.actor_role', true)) IS DISTINCT FROM 'patient'
    OR id = (SELECT nullif(current_setting('app.patient_id', true), '')::uuid)
  );

CREATE POLICY no_draft_for_a_patient ON program_draft AS RESTRICTIVE
  USING ((SELECT current_setting('app.actor_role', true)) IS DISTINCT FROM 'patient');

-- A password hash is read at sign-in and by its own person, by nobody else.
CREATE POLICY own_password ON credential AS RESTRICTIVE FOR SELECT
  USING (
    (SELECT current_setting('app.actor_role', true)) = 'sign-in'
    OR user_id = (SELECT nullif(current_setting('app.actor_id', true), '')::uuid)
  );

CREATE POLICY own_password_to_change ON credential AS RESTRICTIVE FOR UPDATE
  USING (user_id = (SELECT nullif(current_setting('app.actor_id', true), '')::uuid));

-- A patient knows the names of those who treat, not those of other patients, and touches only their own account and sessions.
CREATE POLICY people_a_patient_sees ON clinic_user AS RESTRICTIVE FOR SELECT
  USING (
    (SELECT current_setting('app.actor_role', true)) IS DISTINCT FROM 'patient'
    OR role <> 'patient'
    OR id = (SELECT nullif(current_setting('app.actor_id', true), '')::uuid)
  );
CREATE POLICY own_account_of_a_patient ON clinic_user AS RESTRICTIVE FOR UPDATE
  USING (
    (SELECT current_setting('app.actor_role', true)) IS DISTINCT FROM 'patient'
    OR id = (SELECT nullif(current_setting('app.actor_id', true), '')::uuid)
  );
CREATE POLICY own_sessions_of_a_patient ON sign_in_session AS RESTRICTIVE
  USING (
    (SELECT current_setting('app.actor_role', true)) IS DISTINCT FROM 'patient'
    OR user_id = (SELECT nullif(current_setting('app.actor_id', true), '')::uuid)
  );

-- The evidence of a decision names lines that are held back; a patient reads what was decided on the clearance itself.
CREATE POLICY no_decision_for_a_patient ON clearance_decision AS RESTRICTIVE FOR SELECT
  USING ((SELECT current_setting('app.actor_role', true)) IS DISTINCT FROM 'patient');

-- A patient's report opens an alert; answering it is the care team's.
CREATE POLICY no_answer_by_a_patient ON alert AS RESTRICTIVE FOR UPDATE
  USING ((SELECT current_setting('app.actor_role', true)) IS DISTINCT FROM 'patient');

CREATE POLICY own_audit_of_a_patient ON audit_event AS RESTRICTIVE FOR SELECT
  USING (
    (SELECT current_setting('app.actor_role', true)) IS DISTINCT FROM 'patient'
    OR patient_id = (SELECT nullif(current_setting('app.patient_id', true), '')::uuid)
  );

-- The application's role owns nothing, deletes nothing clinical and cannot change the audit trail, the clinics or the directories.
GRANT USAGE ON SCHEMA public TO phasewise_app;
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO phasewise_app;
REVOKE INSERT, UPDATE ON clinic FROM phasewise_app;
REVOKE INSERT, UPDATE ON exercise, template, template_version, template_phase, template_exercise, clearance_subject FROM phasewise_app;
REVOKE UPDATE ON
  audit_event, check_in, symptom_report, exercise_log, clearance_decision, program_revision, program_phase, prescribed_exercise, phase_change
  FROM phasewise_app;
REVOKE ALL ON sign_in_directory, session_directory FROM phasewise_app;
REVOKE ALL ON _prisma_migrations FROM phasewise_app;
GRANT DELETE ON program_draft, rate_limit TO phasewise_app;
