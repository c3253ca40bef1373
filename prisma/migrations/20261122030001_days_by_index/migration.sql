-- The days are counted by the index of the lines. PostgreSQL expects a thousand days of a series whose ends it does not know, and for so many it read every
-- line of the clinic; `OFFSET 0` keeps the look-up of each day's lines by itself. What is counted is what was (20261122020003).
-- The exercises that a patient did on each day: of each time of a day its last mark stands.
CREATE FUNCTION own_done(since date, until date) RETURNS TABLE (day date, exercise_code text) LANGUAGE sql STABLE AS $$
  SELECT DISTINCT marked.day, marked.exercise_code
  FROM (
    SELECT DISTINCT ON (g.on_day, l.exercise_code, g.session) g.on_day AS day, l.exercise_code, g.outcome
    FROM exercise_log g JOIN prescribed_exercise l ON l.clinic_id = g.clinic_id AND l.id = g.prescribed_exercise_id
    WHERE g.clinic_id = this_clinic() AND g.patient_id = this_patient() AND g.on_day BETWEEN since AND until
    ORDER BY g.on_day, l.exercise_code, g.session, g.reported_at DESC, g.received_at DESC, g.id DESC
  ) marked
  WHERE marked.outcome IN ('done', 'too-easy')
$$;

CREATE OR REPLACE FUNCTION own_exercise_days(since date, until date) RETURNS TABLE (
  on_day date, due integer, due_done integer, a_day numeric, any_done integer, is_daily boolean, is_held boolean
) LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
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
      CROSS JOIN LATERAL (
        SELECT line.*, entered.entry_keys FROM program_phase entered
        JOIN prescribed_exercise line ON line.clinic_id = entered.clinic_id AND line.revision_id = entered.revision_id AND line.phase = entered.n
        WHERE entered.clinic_id = this_clinic() AND entered.revision_id = running.revision_id AND entered.n = running.phase
          AND line.opens_on <= running.day
        OFFSET 0) l
      WHERE NOT EXISTS (
          SELECT FROM unnest(l.entry_keys) AS needed
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
    ), done AS (
      SELECT * FROM own_done(since, until)
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

-- Today asks this first: what was open on a day is dear to ask, and was not missed where something was done. The first day before today without
-- anything done; null where there is none, and once something is done today.
CREATE FUNCTION own_first_gap(since date, today date) RETURNS date LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  role_before text := coalesce(current_setting('app.actor_role', true), '');
  first_gap date;
BEGIN
  PERFORM set_config('app.actor_role', 'record', true);
  WITH done AS MATERIALIZED (SELECT DISTINCT own_done.day FROM own_done(since, today))
  SELECT min(listed.day::date) INTO first_gap FROM generate_series(since, today - 1, interval '1 day') AS listed (day)
  WHERE NOT EXISTS (SELECT FROM done WHERE done.day = listed.day::date) AND NOT EXISTS (SELECT FROM done WHERE done.day = today);
  PERFORM set_config('app.actor_role', role_before, true);
  RETURN first_gap;
END $$;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['own_done(date, date)', 'own_first_gap(date, date)'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', name);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO phasewise_app', name);
  END LOOP;
END $$;

-- Asked of each line for each day and restriction, and by the gate: an expression alone, which PostgreSQL plans into what asks. As a query of its own each
-- answer cost eight times as much. What it says is what it said (20261121190001).
CREATE OR REPLACE FUNCTION restriction_meets(
  kind text, in_region text, limit_kg numeric, limit_minutes integer, facts jsonb, minutes integer, kg numeric
) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE kind
    WHEN 'lift-limit' THEN CASE
      WHEN kg IS NOT NULL THEN kg > limit_kg
      ELSE coalesce(jsonb_path_exists(facts, '$.tags[*] ? (@.tag == "LOADED_LIFTING")'), false)
    END
    WHEN 'sit-limit' THEN
      (strpos(facts ->> 'position', 'seated') > 0 OR facts ->> 'rampGroup' IS NOT DISTINCT FROM 'cycling') AND coalesce(minutes > limit_minutes, false)
    WHEN 'collar' THEN coalesce(jsonb_path_exists(facts, '$.contraindicationCodes[*] ? (@.condition == "cervical-collar")'), false)
    ELSE coalesce(jsonb_path_exists(
      facts,
      '$.tags[*] ? (@.tag == $tag && ($region == null || !exists(@.region) || @.region == null || @.region == $region))',
      jsonb_object(ARRAY['region', 'tag'], ARRAY[in_region, CASE kind
        WHEN 'no-bending' THEN 'FLEXION'
        WHEN 'no-twisting' THEN 'ROTATION'
        WHEN 'no-lifting' THEN 'LOADED_LIFTING'
        WHEN 'no-impact' THEN 'IMPACT'
        WHEN 'no-overhead' THEN 'OVERHEAD'
        WHEN 'no-immersion' THEN 'WATER_IMMERSION'
        WHEN 'no-extension' THEN 'EXTENSION'
        WHEN 'no-side-bending' THEN 'LATERAL_FLEXION'
        WHEN 'brace' THEN 'WATER_IMMERSION'
      END])), false)
  END
$$;
