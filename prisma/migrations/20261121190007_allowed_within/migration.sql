-- A limit of weight is leave up to itself: "no more than 4.5 kg" allows lifting 4.5 kg, where nobody has decided on lifting. Not while a
-- surgeon has still to look at a warning sign: then no grant is live either.
ALTER TABLE clearance_subject
  ADD COLUMN allowed_within text,
  ADD CONSTRAINT allowed_within_a_limit CHECK (allowed_within IS NULL OR (allowed_within = 'lift-limit' AND allowed_within = ANY (restricted_by)));

-- The view of 20261121190004, and the leave.
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
CROSS JOIN LATERAL (
  SELECT said.id IS NULL AND s.allowed_within IS NOT NULL AND s.allowed_within = ANY (limits.kinds) AND NOT EXISTS (
    SELECT FROM program p JOIN hold h ON h.clinic_id = p.clinic_id AND h.program_id = p.id
    WHERE p.clinic_id = e.clinic_id AND p.episode_id = e.id AND h.surgeon_only AND h.lifted_at IS NULL
  ) AS is_allowed
) within
WHERE e.ended_at IS NULL;
