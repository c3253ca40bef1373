-- What the patient may do now, decided here and not by a page: `activity_now`. And what the patient asks about it: `patient_question`.

-- The restrictions that close a subject, and of a key the activities that its own sentence allows; both are content.
ALTER TABLE clearance_subject
  ADD COLUMN restricted_by text[] NOT NULL DEFAULT '{}',
  ADD COLUMN covers text[] NOT NULL DEFAULT '{}',
  ADD CONSTRAINT restricted_by_what_is_known CHECK (restricted_by <@ ARRAY[
    'no-bending', 'no-twisting', 'no-lifting', 'lift-limit', 'no-impact', 'no-overhead', 'no-immersion', 'no-extension', 'no-side-bending',
    'brace', 'collar', 'sit-limit', 'driving'
  ]),
  ADD CONSTRAINT a_key_covers_activities CHECK (kind = 'key' OR covers = '{}');

-- How a clearance stands on a day.
CREATE FUNCTION clearance_now(state text, from_day date, until_day date, today date) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN state IN ('granted', 'limited') AND from_day > today THEN 'later'
    WHEN state IN ('granted', 'limited') AND until_day < today THEN 'over'
    WHEN state IN ('granted', 'limited') THEN 'live'
    WHEN state IN ('requested', 'returned') THEN 'asked'
    WHEN state = 'expired' THEN 'over'
    ELSE state
  END
$$;

-- Every activity and key of each open episode: 'yes', 'ask' or 'not-yet'. A restriction in force beats every grant, and a limit of weight or
-- of sitting caps it. What was said of the activity itself counts before the key that covers it, unless it has run out.
CREATE VIEW activity_now WITH (security_invoker = true) AS
SELECT e.clinic_id, e.patient_id, e.id AS episode_id, s.id AS subject_id, s.kind,
  CASE
    WHEN closed.by <> '{}' THEN 'not-yet'
    WHEN said.now = 'live' THEN 'yes'
    WHEN said.now IN ('asked', 'under-review') THEN 'ask'
    ELSE 'not-yet'
  END AS standing,
  CASE WHEN closed.by <> '{}' THEN 'restriction' WHEN said.now = 'live' THEN NULL ELSE coalesce(said.now, 'nobody-asked') END AS why_not,
  closed.by AS closed_by, said.id AS clearance_id, said.key AS by_key,
  CASE WHEN said.now = 'live' THEN least(said.max_kg, CASE WHEN 'lift-limit' = ANY (s.restricted_by) THEN limits.kg END) END AS max_kg,
  CASE WHEN said.now = 'live' THEN least(said.max_minutes, CASE WHEN 'sit-limit' = ANY (s.restricted_by) THEN limits.minutes END) END AS max_minutes
FROM episode e
CROSS JOIN LATERAL (
  SELECT today_in_clinic(e.clinic_id) AS today, coalesce(array_agg(DISTINCT r.kind), '{}') AS kinds,
    min(r.limit_kg) FILTER (WHERE r.kind = 'lift-limit') AS kg, min(r.limit_minutes) FILTER (WHERE r.kind = 'sit-limit') AS minutes
  FROM restrictions_in_force(e.clinic_id, e.id) r
) limits
JOIN clearance_subject s ON s.clinic_id = e.clinic_id
CROSS JOIN LATERAL (
  SELECT ARRAY(
    SELECT kind FROM unnest(limits.kinds) AS kind WHERE kind = ANY (s.restricted_by) AND kind NOT IN ('lift-limit', 'sit-limit') ORDER BY kind
  ) AS by
) closed
LEFT JOIN LATERAL (
  SELECT heard.* FROM (
    (SELECT 1 AS rank, c.id, NULL::text AS key, clearance_now(c.state, c.from_day, c.until_day, limits.today) AS now, c.max_kg, c.max_minutes
     FROM clearance c WHERE c.clinic_id = e.clinic_id AND c.episode_id = e.id AND c.subject_id = s.id
     ORDER BY c.requested_at DESC, c.id DESC LIMIT 1)
    UNION ALL
    (SELECT 2, c.id, c.subject_id, clearance_now(c.state, c.from_day, c.until_day, limits.today), c.max_kg, c.max_minutes
     FROM clearance c
     JOIN clearance_subject k ON k.clinic_id = c.clinic_id AND k.id = c.subject_id AND s.id = ANY (k.covers)
     WHERE c.clinic_id = e.clinic_id AND c.episode_id = e.id
     ORDER BY c.requested_at DESC, c.id DESC LIMIT 1)
  ) heard
  ORDER BY heard.rank = 1 AND heard.now = 'over', heard.rank
  LIMIT 1
) said ON true
WHERE e.ended_at IS NULL;
GRANT SELECT ON activity_now TO phasewise_app;

-- "May I …?", to the patient's therapist, who answers in words or asks whoever decides.
CREATE TABLE patient_question (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  patient_id uuid NOT NULL,
  episode_id uuid NOT NULL,
  idempotency_key uuid NOT NULL,
  subject_id text,
  question text,
  asked_at timestamptz(6) NOT NULL DEFAULT now(),
  state text NOT NULL DEFAULT 'asked',
  answer text,
  answered_by_id uuid,
  answered_at timestamptz(6),
  clearance_id uuid,
  PRIMARY KEY (clinic_id, id),
  FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  FOREIGN KEY (clinic_id, episode_id, patient_id) REFERENCES episode (clinic_id, id, patient_id) ON DELETE RESTRICT ON UPDATE CASCADE,
  FOREIGN KEY (clinic_id, subject_id) REFERENCES clearance_subject (clinic_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  FOREIGN KEY (clinic_id, answered_by_id) REFERENCES clinic_user (clinic_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  FOREIGN KEY (clinic_id, clearance_id, patient_id) REFERENCES clearance (clinic_id, id, patient_id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT asks_something CHECK (num_nonnulls(subject_id, question) >= 1 AND (question IS NULL OR (btrim(question) <> '' AND length(question) <= 500))),
  CONSTRAINT answer_is_of_its_state CHECK (
    (state = 'asked' AND num_nonnulls(answer, answered_by_id, answered_at, clearance_id) = 0)
    OR (state = 'answered' AND num_nonnulls(answer, answered_by_id, answered_at) = 3 AND clearance_id IS NULL AND btrim(answer) <> '' AND length(answer) <= 1000)
    OR (state = 'forwarded' AND num_nonnulls(answered_by_id, answered_at, clearance_id) = 3 AND answer IS NULL)
  )
);
CREATE INDEX patient_question_clinic_id_patient_id_asked_at_idx ON patient_question (clinic_id, patient_id, asked_at);
CREATE UNIQUE INDEX patient_question_clinic_id_idempotency_key_key ON patient_question (clinic_id, idempotency_key);
CREATE UNIQUE INDEX patient_question_one_open_per_subject ON patient_question (clinic_id, patient_id, subject_id) WHERE state = 'asked';

ALTER TABLE patient_question ENABLE ROW LEVEL SECURITY;
ALTER TABLE patient_question FORCE ROW LEVEL SECURITY;
CREATE POLICY of_this_clinic ON patient_question
  USING (clinic_id = (SELECT nullif(current_setting('app.clinic_id', true), '')::uuid))
  WITH CHECK (clinic_id = (SELECT nullif(current_setting('app.clinic_id', true), '')::uuid));
CREATE POLICY own_rows_of_a_patient ON patient_question AS RESTRICTIVE
  USING (
    (SELECT current_setting('app.actor_role', true)) IS DISTINCT FROM 'patient'
    OR patient_id = (SELECT nullif(current_setting('app.patient_id', true), '')::uuid)
  );
CREATE POLICY asked_by_the_patient ON patient_question AS RESTRICTIVE FOR INSERT
  WITH CHECK (
    (SELECT current_setting('app.actor_role', true)) = 'patient'
    AND patient_id = (SELECT nullif(current_setting('app.patient_id', true), '')::uuid)
  );
CREATE POLICY answered_by_clinicians ON patient_question AS RESTRICTIVE FOR UPDATE USING (true)
  WITH CHECK ((SELECT current_setting('app.actor_role', true)) IS DISTINCT FROM 'patient');
GRANT SELECT, INSERT ON patient_question TO phasewise_app;
GRANT UPDATE (state, answer, answered_by_id, answered_at, clearance_id) ON patient_question TO phasewise_app;

-- PW030: a question is asked, at most five at a time, and answered or forwarded once, by a therapist of the care team who acts now.
CREATE FUNCTION question_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a question of a patient stays' USING ERRCODE = 'PW030';
  END IF;
  IF TG_OP = 'INSERT' THEN
    PERFORM pg_advisory_xact_lock(hashtextextended('questions ' || NEW.patient_id, 0));
    IF NEW.state <> 'asked' THEN
      RAISE EXCEPTION 'a question begins as asked' USING ERRCODE = 'PW030';
    END IF;
    IF (SELECT count(*) FROM patient_question WHERE clinic_id = NEW.clinic_id AND patient_id = NEW.patient_id AND state = 'asked') >= 5 THEN
      RAISE EXCEPTION 'five questions wait already' USING ERRCODE = 'PW030';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.state <> 'asked' OR NEW.state NOT IN ('answered', 'forwarded') THEN
    RAISE EXCEPTION 'a question does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'PW030';
  END IF;
  IF (NEW.patient_id, NEW.episode_id, NEW.subject_id, NEW.question, NEW.asked_at, NEW.idempotency_key)
    IS DISTINCT FROM (OLD.patient_id, OLD.episode_id, OLD.subject_id, OLD.question, OLD.asked_at, OLD.idempotency_key) THEN
    RAISE EXCEPTION 'a question stays as it was asked' USING ERRCODE = 'PW030';
  END IF;
  IF NOT is_acting_for(NEW.clinic_id, NEW.answered_by_id, NEW.patient_id, ARRAY['therapist']) THEN
    RAISE EXCEPTION 'this question is not theirs to answer' USING ERRCODE = 'PW030';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER moves BEFORE INSERT OR UPDATE OR DELETE ON patient_question FOR EACH ROW EXECUTE FUNCTION question_moves();
CREATE TRIGGER all_kept BEFORE TRUNCATE ON patient_question FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('PW030');
