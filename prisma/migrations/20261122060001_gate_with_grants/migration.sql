-- The gate of 20261122040001, but the grants of an episode are read once for a phase, as its restrictions are, and not again for each key of each line.

-- What stands open in an episode: each key with the limits of a grant that is in force on this day. Planned into what asks.
CREATE FUNCTION live_grants(of_clinic uuid, of_episode uuid, today date)
RETURNS TABLE (key text, max_minutes integer, max_kg numeric) LANGUAGE sql STABLE AS $$
  SELECT opened.key, c.max_minutes, c.max_kg
  FROM clearance c CROSS JOIN unnest(c.opens_keys) AS opened (key)
  WHERE c.clinic_id = of_clinic AND c.episode_id = of_episode AND c.state IN ('granted', 'limited')
    AND c.from_day <= today AND (c.until_day IS NULL OR c.until_day >= today)
$$;

CREATE OR REPLACE FUNCTION has_live_grant(of_clinic uuid, of_episode uuid, key text, minutes integer, kg numeric, is_loaded boolean)
RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM (SELECT today_in_clinic(of_clinic) AS today OFFSET 0) now, live_grants(of_clinic, of_episode, now.today) g
    WHERE g.key = has_live_grant.key AND grant_fits(g.max_minutes, g.max_kg, minutes, kg, is_loaded)
  )
$$;

DROP POLICY open_lines_for_a_patient ON prescribed_exercise;
DROP FUNCTION line_fits, open_phase;

-- The phase that stands open to a patient: of a running program of an open episode, in its current revision, unless a hold closes all of it or its
-- entry needs a clearance that is not there. With it the grants and the restrictions in force, each as arrays of one length. plpgsql, so that it is not
-- planned into what asks: a policy asks it once, not for each line.
CREATE FUNCTION open_phase(of_clinic uuid, of_patient uuid) RETURNS TABLE (
  revision_id uuid, phase integer, today date, easy_only boolean,
  granted text[], most_minutes integer[], most_kg numeric[],
  kinds text[], regions text[], limits_kg numeric[], limits_minutes integer[]
) LANGUAGE plpgsql STABLE ROWS 1 AS $$
#variable_conflict use_column
BEGIN
  today := today_in_clinic(of_clinic);
  RETURN QUERY
    SELECT r.id, ph.n, open_phase.today, p.state = 'held', g.keys, g.most_minutes, g.most_kg, f.kinds, f.regions, f.limits_kg, f.limits_minutes
    FROM program p
    JOIN episode e ON e.clinic_id = p.clinic_id AND e.id = p.episode_id AND e.ended_at IS NULL
    JOIN program_revision r ON r.clinic_id = p.clinic_id AND r.program_id = p.id AND r.number = p.current_revision
    JOIN program_phase ph ON ph.clinic_id = r.clinic_id AND ph.revision_id = r.id AND ph.n = p.current_phase
    CROSS JOIN LATERAL (
      SELECT coalesce(array_agg(key), '{}') AS keys, coalesce(array_agg(max_minutes), '{}') AS most_minutes, coalesce(array_agg(max_kg), '{}') AS most_kg
      FROM live_grants(of_clinic, p.episode_id, open_phase.today)) g
    CROSS JOIN LATERAL limits_in_force(of_clinic, p.episode_id) f
    WHERE p.clinic_id = of_clinic AND p.patient_id = of_patient AND p.state IN ('active', 'held') AND coalesce(ph.entry_keys, '{}') <@ g.keys
      AND NOT EXISTS (
        SELECT FROM hold h
        WHERE h.clinic_id = p.clinic_id AND h.program_id = p.id AND h.lifted_at IS NULL AND NOT (p.state = 'held' AND h.easy_activity_allowed)
      );
END $$;

-- Whether a line of the phase that stands open is open itself: a row if it is. Planned into what asks.
CREATE FUNCTION line_fits(
  of_clinic uuid, today date, easy_only boolean, granted text[], most_minutes integer[], most_kg numeric[],
  kinds text[], regions text[], limits_kg numeric[], limits_minutes integer[],
  code text, opens date, keys text[], minutes integer, kg numeric, is_loaded boolean, own_exercise jsonb
) RETURNS TABLE (is_open boolean) LANGUAGE sql STABLE AS $$
  SELECT true
  WHERE opens <= today AND (NOT easy_only OR code IN ('walk-short', 'ankle-pumps', 'diaphragmatic-breathing'))
    AND NOT EXISTS (
      SELECT FROM unnest(keys) AS needed
      WHERE NOT EXISTS (
        SELECT FROM unnest(granted, most_minutes, most_kg) AS g (key, most_minutes, most_kg)
        WHERE g.key = needed AND grant_fits(g.most_minutes, g.most_kg, minutes, kg, is_loaded)))
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
    CROSS JOIN LATERAL line_fits(of_clinic, o.today, o.easy_only, o.granted, o.most_minutes, o.most_kg, o.kinds, o.regions, o.limits_kg,
      o.limits_minutes, line_is_open.code, opens, line_is_open.keys, minutes, kg, is_loaded, line_is_open.own_exercise)
    WHERE r.clinic_id = of_clinic AND r.id = of_revision AND o.revision_id = r.id AND o.phase = in_phase
  )
$$;

CREATE POLICY open_lines_for_a_patient ON prescribed_exercise AS RESTRICTIVE FOR SELECT
  USING (
    (SELECT current_setting('app.actor_role', true)) IS DISTINCT FROM 'patient'
    OR EXISTS (
      SELECT FROM open_phase(
        (SELECT nullif(current_setting('app.clinic_id', true), '')::uuid), (SELECT nullif(current_setting('app.patient_id', true), '')::uuid)
      ) o, line_fits(prescribed_exercise.clinic_id, o.today, o.easy_only, o.granted, o.most_minutes, o.most_kg, o.kinds, o.regions, o.limits_kg,
        o.limits_minutes, exercise_code, opens_on, needs_keys, duration_min, load_kg, is_loaded_lifting, own_exercise)
      WHERE o.revision_id = prescribed_exercise.revision_id AND o.phase = prescribed_exercise.phase
    )
  );
