-- The gate of 20261121190001 in two halves: what is the same for all lines of a phase is asked once for a statement, and what only the line says for
-- each line. Policy and function are made of the same halves.

-- The restrictions in force of an episode side by side, as arrays of one length.
CREATE FUNCTION limits_in_force(of_clinic uuid, of_episode uuid)
RETURNS TABLE (kinds text[], regions text[], limits_kg numeric[], limits_minutes integer[]) LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(f.kind), '{}'), coalesce(array_agg(f.region), '{}'), coalesce(array_agg(f.limit_kg), '{}'),
    coalesce(array_agg(f.limit_minutes), '{}')
  FROM restrictions_in_force(of_clinic, of_episode) f
$$;

-- Which of these restrictions an exercise meets. Planned into what asks.
CREATE FUNCTION limits_met(
  kinds text[], regions text[], limits_kg numeric[], limits_minutes integer[],
  of_clinic uuid, code text, minutes integer, kg numeric, own_exercise jsonb
) RETURNS TABLE (kind text) LANGUAGE sql STABLE AS $$
  SELECT f.kind
  FROM unnest(kinds, regions, limits_kg, limits_minutes) AS f (kind, region, limit_kg, limit_minutes)
  JOIN exercise x ON x.clinic_id = of_clinic AND x.code = limits_met.code
  WHERE restriction_meets(f.kind, f.region, f.limit_kg, f.limit_minutes, x.facts, minutes, kg)
    OR (own_exercise IS NOT NULL AND restriction_meets(f.kind, f.region, f.limit_kg, f.limit_minutes, own_exercise -> 'facts', minutes, kg))
$$;

CREATE OR REPLACE FUNCTION is_restricted(of_clinic uuid, of_episode uuid, code text, minutes integer, kg numeric, own_exercise jsonb)
RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM limits_in_force(of_clinic, of_episode) f, limits_met(
      f.kinds, f.regions, f.limits_kg, f.limits_minutes, of_clinic, is_restricted.code, minutes, kg, is_restricted.own_exercise)
  )
$$;

-- The phase that stands open to a patient: of a running program of an open episode, in its current revision, unless a hold closes all of it or its
-- entry needs a clearance that is not there. plpgsql, so that it is not planned into what asks: a policy asks it once, not for each line.
CREATE FUNCTION open_phase(of_clinic uuid, of_patient uuid) RETURNS TABLE (
  revision_id uuid, phase integer, episode_id uuid, today date, easy_only boolean,
  kinds text[], regions text[], limits_kg numeric[], limits_minutes integer[]
) LANGUAGE plpgsql STABLE ROWS 1 AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
    SELECT r.id, ph.n, p.episode_id, today_in_clinic(of_clinic), p.state = 'held', f.kinds, f.regions, f.limits_kg, f.limits_minutes
    FROM program p
    JOIN episode e ON e.clinic_id = p.clinic_id AND e.id = p.episode_id AND e.ended_at IS NULL
    JOIN program_revision r ON r.clinic_id = p.clinic_id AND r.program_id = p.id AND r.number = p.current_revision
    JOIN program_phase ph ON ph.clinic_id = r.clinic_id AND ph.revision_id = r.id AND ph.n = p.current_phase
    CROSS JOIN LATERAL limits_in_force(of_clinic, p.episode_id) f
    WHERE p.clinic_id = of_clinic AND p.patient_id = of_patient AND p.state IN ('active', 'held')
      AND NOT EXISTS (
        SELECT FROM hold h
        WHERE h.clinic_id = p.clinic_id AND h.program_id = p.id AND h.lifted_at IS NULL AND NOT (p.state = 'held' AND h.easy_activity_allowed)
      )
      AND NOT EXISTS (
        SELECT FROM unnest(ph.entry_keys) AS key WHERE NOT has_live_grant(of_clinic, p.episode_id, key, NULL, NULL, false)
      );
END $$;

-- Whether a line of the phase that stands open is open itself: a row if it is. Planned into what asks.
CREATE FUNCTION line_fits(
  of_clinic uuid, of_episode uuid, today date, easy_only boolean,
  kinds text[], regions text[], limits_kg numeric[], limits_minutes integer[],
  code text, opens date, keys text[], minutes integer, kg numeric, is_loaded boolean, own_exercise jsonb
) RETURNS TABLE (is_open boolean) LANGUAGE sql STABLE AS $$
  SELECT true
  WHERE opens <= today AND (NOT easy_only OR code IN ('walk-short', 'ankle-pumps', 'diaphragmatic-breathing'))
    AND NOT EXISTS (SELECT FROM unnest(keys) AS key WHERE NOT has_live_grant(of_clinic, of_episode, key, minutes, kg, is_loaded))
    AND NOT EXISTS (SELECT FROM limits_met(kinds, regions, limits_kg, limits_minutes, of_clinic, line_fits.code, minutes, kg, line_fits.own_exercise))
$$;

CREATE OR REPLACE FUNCTION line_is_open(
  of_clinic uuid, of_revision uuid, in_phase integer, code text, opens date, keys text[], minutes integer, kg numeric, is_loaded boolean,
  own_exercise jsonb
) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM program_revision r
    JOIN program p ON p.clinic_id = r.clinic_id AND p.id = r.program_id AND p.current_revision = r.number AND p.current_phase = in_phase
    CROSS JOIN LATERAL open_phase(of_clinic, p.patient_id) o
    CROSS JOIN LATERAL line_fits(of_clinic, o.episode_id, o.today, o.easy_only, o.kinds, o.regions, o.limits_kg, o.limits_minutes,
      line_is_open.code, opens, line_is_open.keys, minutes, kg, is_loaded, line_is_open.own_exercise)
    WHERE r.clinic_id = of_clinic AND r.id = of_revision AND o.revision_id = r.id AND o.phase = in_phase
  )
$$;

DROP POLICY open_lines_for_a_patient ON prescribed_exercise;
CREATE POLICY open_lines_for_a_patient ON prescribed_exercise AS RESTRICTIVE FOR SELECT
  USING (
    (SELECT current_setting('app.actor_role', true)) IS DISTINCT FROM 'patient'
    OR EXISTS (
      SELECT FROM open_phase(
        (SELECT nullif(current_setting('app.clinic_id', true), '')::uuid), (SELECT nullif(current_setting('app.patient_id', true), '')::uuid)
      ) o, line_fits(prescribed_exercise.clinic_id, o.episode_id, o.today, o.easy_only, o.kinds, o.regions, o.limits_kg, o.limits_minutes,
        exercise_code, opens_on, needs_keys, duration_min, load_kg, is_loaded_lifting, own_exercise)
      WHERE o.revision_id = prescribed_exercise.revision_id AND o.phase = prescribed_exercise.phase
    )
  );
