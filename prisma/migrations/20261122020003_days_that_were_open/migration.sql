-- A day owes what was open on it, by the same question that a late mark is asked: neither by grants that are under review, run out or revoked now, nor
-- past a restriction of then.

-- The grants that stood at some moment of a day, with their terms: a decision of that day or before, none before the day that took it away, and no
-- check-in before the day, after it, that put the grants under review.
CREATE FUNCTION granted_on(of_clinic uuid, of_episode uuid, zone text, of_day date) RETURNS TABLE (key text, max_minutes integer, max_kg numeric)
LANGUAGE sql STABLE AS $$
  SELECT opened.key, c.max_minutes, c.max_kg
  FROM clearance c
  JOIN clearance_decision d ON d.clinic_id = c.clinic_id AND d.clearance_id = c.id AND d.outcome IN ('granted', 'limited')
  CROSS JOIN LATERAL unnest(c.opens_keys) AS opened(key)
  WHERE c.clinic_id = of_clinic AND c.episode_id = of_episode
    AND c.from_day <= of_day AND (c.until_day IS NULL OR c.until_day >= of_day)
    AND (d.decided_at AT TIME ZONE zone)::date <= of_day
    AND NOT EXISTS (
      SELECT FROM clearance_decision later
      WHERE later.clinic_id = d.clinic_id AND later.clearance_id = d.clearance_id AND later.decided_at > d.decided_at
        AND (later.outcome IN ('denied', 'returned', 'revoked') OR later.undoes_id = d.id) AND (later.decided_at AT TIME ZONE zone)::date < of_day
        AND NOT EXISTS (SELECT FROM clearance_decision back WHERE back.clinic_id = later.clinic_id AND back.undoes_id = later.id))
    AND NOT EXISTS (
      SELECT FROM check_in i
      WHERE i.clinic_id = of_clinic AND i.episode_id = of_episode AND i.level IN ('EMERGENCY', 'SAME_DAY_SURGEON')
        AND i.received_at > d.decided_at AND (i.received_at AT TIME ZONE zone)::date < of_day)
$$;

-- The reports that stopped an episode: few among many.
CREATE INDEX check_in_suspending ON check_in (clinic_id, episode_id, received_at) WHERE level IN ('EMERGENCY', 'SAME_DAY_SURGEON');

CREATE FUNCTION grant_fits(max_minutes integer, max_kg numeric, minutes integer, kg numeric, is_loaded boolean) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT (max_minutes IS NULL OR minutes IS NULL OR minutes <= max_minutes) AND (max_kg IS NULL OR kg <= max_kg OR (kg IS NULL AND NOT is_loaded))
$$;

CREATE OR REPLACE FUNCTION was_granted(
  of_clinic uuid, of_episode uuid, key text, minutes integer, kg numeric, is_loaded boolean, zone text, of_day date
) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM granted_on(of_clinic, of_episode, zone, of_day) g
    WHERE g.key = was_granted.key AND grant_fits(g.max_minutes, g.max_kg, minutes, kg, is_loaded))
$$;

-- The restrictions that stood from before a day to after it.
CREATE FUNCTION restricted_on(of_clinic uuid, of_episode uuid, zone text, of_day date) RETURNS SETOF restriction LANGUAGE sql STABLE AS $$
  SELECT s.* FROM restriction s
  WHERE s.clinic_id = of_clinic AND s.episode_id = of_episode AND (s.created_at AT TIME ZONE zone)::date < of_day
    AND (s.ended_at IS NULL OR (s.ended_at AT TIME ZONE zone)::date > of_day) AND (s.until_date IS NULL OR s.until_date >= of_day)
$$;

CREATE OR REPLACE FUNCTION was_open(of_clinic uuid, of_program uuid, code text, zone text, of_day date) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM program p
    JOIN episode e ON e.clinic_id = p.clinic_id AND e.id = p.episode_id AND e.ended_at IS NULL
    JOIN program_revision r ON r.clinic_id = p.clinic_id AND r.program_id = p.id AND (r.signed_at AT TIME ZONE zone)::date <= of_day
      AND NOT EXISTS (
        SELECT FROM program_revision later WHERE later.clinic_id = r.clinic_id AND later.program_id = r.program_id AND later.number > r.number
          AND (later.signed_at AT TIME ZONE zone)::date < of_day)
    JOIN prescribed_exercise l ON l.clinic_id = r.clinic_id AND l.revision_id = r.id AND l.exercise_code = code AND l.opens_on <= of_day
    JOIN program_phase ph ON ph.clinic_id = r.clinic_id AND ph.revision_id = r.id AND ph.n = l.phase
    JOIN exercise x ON x.clinic_id = l.clinic_id AND x.id = l.exercise_id
    WHERE p.clinic_id = of_clinic AND p.id = of_program
      AND (p.completed_at IS NULL OR (p.completed_at AT TIME ZONE zone)::date >= of_day)
      AND EXISTS (
        SELECT FROM phase_change m WHERE m.clinic_id = p.clinic_id AND m.program_id = p.id AND m.to_phase = l.phase AND m.on_day <= of_day
          AND NOT EXISTS (
            SELECT FROM phase_change later WHERE later.clinic_id = m.clinic_id AND later.program_id = m.program_id
              AND later.changed_at > m.changed_at AND later.on_day < of_day))
      AND NOT EXISTS (
        SELECT FROM unnest(ph.entry_keys) AS key WHERE NOT was_granted(of_clinic, e.id, key, NULL, NULL, false, zone, of_day))
      AND NOT EXISTS (
        SELECT FROM unnest(l.needs_keys) AS key
        WHERE NOT was_granted(of_clinic, e.id, key, l.duration_min, l.load_kg, l.is_loaded_lifting, zone, of_day))
      -- Holds and restrictions that stood from before the day to after it.
      AND NOT EXISTS (
        SELECT FROM hold h WHERE h.clinic_id = p.clinic_id AND h.program_id = p.id AND (h.placed_at AT TIME ZONE zone)::date < of_day
          AND (h.lifted_at IS NULL OR (h.lifted_at AT TIME ZONE zone)::date > of_day)
          AND NOT (h.easy_activity_allowed AND code IN ('walk-short', 'ankle-pumps', 'diaphragmatic-breathing')))
      AND NOT EXISTS (
        SELECT FROM restricted_on(of_clinic, e.id, zone, of_day) s
        WHERE (s.until_phase IS NULL OR l.phase < s.until_phase)
          AND (s.until_clearance IS NULL OR NOT was_granted(of_clinic, e.id, s.until_clearance, NULL, NULL, false, zone, of_day))
          AND (restriction_meets(s.kind, s.region, s.limit_kg, s.limit_minutes, x.facts, l.duration_min, l.load_kg)
            OR (l.own_exercise IS NOT NULL
              AND restriction_meets(s.kind, s.region, s.limit_kg, s.limit_minutes, l.own_exercise -> 'facts', l.duration_min, l.load_kg))))
  )
$$;

CREATE OR REPLACE FUNCTION own_exercise_days(since date, until date) RETURNS TABLE (
  on_day date, due integer, due_done integer, a_day numeric, any_done integer, is_daily boolean, is_held boolean
) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  role_before text := coalesce(current_setting('app.actor_role', true), '');
  zone text;
BEGIN
  PERFORM set_config('app.actor_role', 'record', true);
  SELECT c.time_zone INTO zone FROM clinic c WHERE c.id = this_clinic();
  RETURN QUERY
    WITH listed AS (
      SELECT d::date AS day FROM generate_series(since, until, interval '1 day') AS d
    ), running AS (
      SELECT listed.day, p.id AS program_id, p.episode_id, r.id AS revision_id, moved.to_phase AS phase
      FROM listed
      JOIN program p ON p.clinic_id = this_clinic() AND p.patient_id = this_patient() AND p.state IN ('active', 'held')
      CROSS JOIN LATERAL (
        SELECT v.id FROM program_revision v
        WHERE v.clinic_id = p.clinic_id AND v.program_id = p.id AND (v.signed_at AT TIME ZONE zone)::date <= listed.day
        ORDER BY v.number DESC LIMIT 1) r
      CROSS JOIN LATERAL (
        SELECT c.to_phase FROM phase_change c WHERE c.clinic_id = p.clinic_id AND c.program_id = p.id AND c.on_day <= listed.day
        ORDER BY c.changed_at DESC, c.id DESC LIMIT 1) moved
    ), granted AS MATERIALIZED (
      SELECT running.day, g.key, g.max_minutes, g.max_kg
      FROM running CROSS JOIN LATERAL granted_on(this_clinic(), running.episode_id, zone, running.day) g
    ), restricted AS MATERIALIZED (
      SELECT running.day, s.* FROM running CROSS JOIN LATERAL restricted_on(this_clinic(), running.episode_id, zone, running.day) s
      WHERE s.until_clearance IS NULL OR NOT EXISTS (SELECT FROM granted WHERE granted.day = running.day AND granted.key = s.until_clearance)
    ), owed AS (
      SELECT running.day, l.exercise_code, l.weekdays, least(coalesce(l.per_week, 7), 7) AS a_week
      FROM running
      JOIN prescribed_exercise l ON l.clinic_id = this_clinic() AND l.revision_id = running.revision_id AND l.phase = running.phase
        AND l.opens_on <= running.day
      JOIN program_phase entered ON entered.clinic_id = l.clinic_id AND entered.revision_id = l.revision_id AND entered.n = l.phase
      WHERE NOT EXISTS (
          SELECT FROM unnest(entered.entry_keys) AS needed
          WHERE NOT EXISTS (SELECT FROM granted WHERE granted.day = running.day AND granted.key = needed))
        AND NOT EXISTS (
          SELECT FROM unnest(l.needs_keys) AS needed
          WHERE NOT EXISTS (
            SELECT FROM granted WHERE granted.day = running.day AND granted.key = needed
              AND grant_fits(granted.max_minutes, granted.max_kg, l.duration_min, l.load_kg, l.is_loaded_lifting)))
        AND NOT EXISTS (
          SELECT FROM restricted s JOIN exercise x ON x.clinic_id = l.clinic_id AND x.id = l.exercise_id
          WHERE s.day = running.day AND (s.until_phase IS NULL OR l.phase < s.until_phase)
            AND (restriction_meets(s.kind, s.region, s.limit_kg, s.limit_minutes, x.facts, l.duration_min, l.load_kg)
              OR (l.own_exercise IS NOT NULL
                AND restriction_meets(s.kind, s.region, s.limit_kg, s.limit_minutes, l.own_exercise -> 'facts', l.duration_min, l.load_kg))))
    ), marked AS (
      SELECT DISTINCT ON (g.on_day, l.exercise_code, g.session) g.on_day AS day, l.exercise_code, g.outcome
      FROM exercise_log g JOIN prescribed_exercise l ON l.clinic_id = g.clinic_id AND l.id = g.prescribed_exercise_id
      WHERE g.clinic_id = this_clinic() AND g.patient_id = this_patient() AND g.on_day BETWEEN since AND until
      ORDER BY g.on_day, l.exercise_code, g.session, g.reported_at DESC, g.received_at DESC, g.id DESC
    ), done AS (
      SELECT DISTINCT marked.day, marked.exercise_code FROM marked WHERE marked.outcome IN ('done', 'too-easy')
    )
    SELECT listed.day,
      count(owed.*) FILTER (WHERE extract(isodow FROM listed.day) = ANY (owed.weekdays))::integer,
      count(done.*) FILTER (WHERE extract(isodow FROM listed.day) = ANY (owed.weekdays))::integer,
      coalesce(sum(owed.a_week) FILTER (WHERE owed.weekdays IS NULL), 0)::numeric / 7,
      (SELECT count(*)::integer FROM done AS every WHERE every.day = listed.day),
      coalesce(bool_or(owed.weekdays IS NULL AND owed.a_week = 7), false),
      EXISTS (
        SELECT FROM hold h JOIN program p ON p.clinic_id = h.clinic_id AND p.id = h.program_id AND p.state IN ('active', 'held')
        WHERE h.clinic_id = this_clinic() AND h.patient_id = this_patient() AND (h.placed_at AT TIME ZONE zone)::date <= listed.day
          AND (h.lifted_at IS NULL OR (h.lifted_at AT TIME ZONE zone)::date >= listed.day))
    FROM listed
    LEFT JOIN owed ON owed.day = listed.day
    LEFT JOIN done ON done.day = owed.day AND done.exercise_code = owed.exercise_code
    GROUP BY listed.day ORDER BY listed.day;
  PERFORM set_config('app.actor_role', role_before, true);
END $$;
