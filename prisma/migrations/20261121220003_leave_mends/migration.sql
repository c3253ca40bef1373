-- A limit of weight is leave only where a surgeon ordered it: lifting is a surgeon's to decide, and a therapist's limit only takes away. A warning
-- sign that was reported before there was a program could place no hold: it takes the leave by itself, for 28 days or until a surgeon decides.
CREATE OR REPLACE VIEW activity_now WITH (security_invoker = true) AS
SELECT e.clinic_id, e.patient_id, e.id AS episode_id, s.id AS subject_id, s.kind,
  CASE
    WHEN closed.by <> '{}' THEN 'not-yet'
    WHEN said.now = 'live' OR within.is_allowed THEN 'yes'
    WHEN said.now IN ('asked', 'under-review') THEN 'ask'
    ELSE 'not-yet'
  END AS standing,
  CASE WHEN closed.by <> '{}' THEN 'restriction' WHEN said.now = 'live' OR within.is_allowed THEN NULL ELSE coalesce(said.now, 'nobody-asked') END AS why_not,
  closed.by AS closed_by, said.id AS clearance_id, said.key AS by_key,
  CASE WHEN said.now = 'live' OR within.is_allowed THEN least(said.max_kg, CASE WHEN 'lift-limit' = ANY (s.restricted_by) THEN limits.kg END) END AS max_kg,
  CASE WHEN said.now = 'live' THEN least(said.max_minutes, CASE WHEN 'sit-limit' = ANY (s.restricted_by) THEN limits.minutes END) END AS max_minutes
FROM episode e
CROSS JOIN LATERAL (
  SELECT today_in_clinic(e.clinic_id) AS today, coalesce(array_agg(DISTINCT r.kind), '{}') AS kinds,
    coalesce(array_agg(DISTINCT r.kind) FILTER (WHERE u.role = 'surgeon'), '{}') AS kinds_of_surgeon,
    min(r.limit_kg) FILTER (WHERE r.kind = 'lift-limit') AS kg, min(r.limit_minutes) FILTER (WHERE r.kind = 'sit-limit') AS minutes
  FROM restrictions_in_force(e.clinic_id, e.id) r
  JOIN restriction o ON o.clinic_id = e.clinic_id AND o.id = r.id
  LEFT JOIN clinic_user u ON u.clinic_id = o.clinic_id AND u.id = o.ordered_by_id
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
CROSS JOIN LATERAL (
  SELECT said.id IS NULL AND s.allowed_within IS NOT NULL AND s.allowed_within = ANY (limits.kinds_of_surgeon) AND NOT EXISTS (
    SELECT FROM program p JOIN hold h ON h.clinic_id = p.clinic_id AND h.program_id = p.id
    WHERE p.clinic_id = e.clinic_id AND p.episode_id = e.id AND h.surgeon_only AND h.lifted_at IS NULL
  ) AND NOT EXISTS (
    SELECT FROM check_in c
    WHERE c.clinic_id = e.clinic_id AND c.patient_id = e.patient_id AND c.episode_id = e.id AND c.program_id IS NULL
      AND c.level IN ('EMERGENCY', 'SAME_DAY_SURGEON') AND c.on_day > limits.today - 28
      AND NOT EXISTS (SELECT FROM check_in n WHERE n.clinic_id = c.clinic_id AND n.corrects_id = c.id)
  ) AS is_allowed
) within
WHERE e.ended_at IS NULL;

-- What a patient asks after somebody took the alert on is told by a new one: a patient answers no alert, so the first cannot open again.
DROP INDEX alert_one_open_per_cause;
CREATE UNIQUE INDEX alert_one_open_per_cause ON alert (clinic_id, patient_id, cause)
  WHERE state <> 'resolved' AND NOT (cause = 'patient-asks' AND state = 'acknowledged');

-- Questions belong to their episode: those of an ended one wait for nobody, and keep nobody from asking in the next.
DROP INDEX patient_question_one_open_per_subject;
CREATE UNIQUE INDEX patient_question_one_open_per_subject ON patient_question (clinic_id, episode_id, subject_id) WHERE state = 'asked';
CREATE OR REPLACE FUNCTION question_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a question of a patient stays' USING ERRCODE = 'PW030';
  END IF;
  IF TG_OP = 'INSERT' THEN
    PERFORM pg_advisory_xact_lock(hashtextextended('questions ' || NEW.patient_id, 0));
    IF NEW.state <> 'asked' THEN
      RAISE EXCEPTION 'a question begins as asked' USING ERRCODE = 'PW030';
    END IF;
    IF (SELECT count(*) FROM patient_question WHERE clinic_id = NEW.clinic_id AND episode_id = NEW.episode_id AND state = 'asked') >= 5 THEN
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
  IF NOT EXISTS (SELECT FROM episode e WHERE e.clinic_id = NEW.clinic_id AND e.id = NEW.episode_id AND e.ended_at IS NULL) THEN
    RAISE EXCEPTION 'the episode of this question has ended' USING ERRCODE = 'PW030';
  END IF;
  IF NOT is_acting_for(NEW.clinic_id, NEW.answered_by_id, NEW.patient_id, ARRAY['therapist']) THEN
    RAISE EXCEPTION 'this question is not theirs to answer' USING ERRCODE = 'PW030';
  END IF;
  RETURN NEW;
END $$;
