-- Who has a draft open now: written by each one's own page every few seconds, read by the others. No health data; nobody's past is kept.
CREATE TABLE draft_presence (
  clinic_id  uuid           NOT NULL,
  program_id uuid           NOT NULL,
  user_id    uuid           NOT NULL,
  since_at   timestamptz(6) NOT NULL,
  seen_at    timestamptz(6) NOT NULL,
  CONSTRAINT draft_presence_pkey PRIMARY KEY (clinic_id, program_id, user_id),
  CONSTRAINT draft_presence_clinic_id_program_id_fkey
    FOREIGN KEY (clinic_id, program_id) REFERENCES program (clinic_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT draft_presence_clinic_id_user_id_fkey
    FOREIGN KEY (clinic_id, user_id) REFERENCES clinic_user (clinic_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT seen_since_it_came CHECK (seen_at >= since_at)
);

ALTER TABLE draft_presence ENABLE ROW LEVEL SECURITY;
ALTER TABLE draft_presence FORCE ROW LEVEL SECURITY;
CREATE POLICY of_this_clinic ON draft_presence
  USING (clinic_id = (SELECT nullif(current_setting('app.clinic_id', true), '')::uuid))
  WITH CHECK (clinic_id = (SELECT nullif(current_setting('app.clinic_id', true), '')::uuid));
CREATE POLICY no_presence_for_a_patient ON draft_presence AS RESTRICTIVE
  USING ((SELECT current_setting('app.actor_role', true)) IS DISTINCT FROM 'patient');
-- Everybody says only of themselves that they are here.
CREATE POLICY own_presence ON draft_presence AS RESTRICTIVE FOR INSERT
  WITH CHECK (user_id = (SELECT nullif(current_setting('app.actor_id', true), '')::uuid));
CREATE POLICY own_presence_only ON draft_presence AS RESTRICTIVE FOR UPDATE
  USING (user_id = (SELECT nullif(current_setting('app.actor_id', true), '')::uuid));
GRANT SELECT, INSERT, UPDATE ON draft_presence TO phasewise_app;
