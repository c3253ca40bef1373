-- The clearance gate. A signed line is readable by its patient only when: it belongs to the current revision of a running program, its phase
-- is the current one, its day has come in the clinic's time zone, and every key of its phase's entry and of itself has a live grant whose
-- limits the dosage keeps. A bug in a page cannot show a line that is held back.
-- While a hold is open only easy walking, ankle pumps and breathing stay, where every open hold allows them (triage, HOLD_NOTIFY_PT).
CREATE FUNCTION today_in_clinic(of_clinic uuid) RETURNS date LANGUAGE sql STABLE AS $$
  SELECT (now() AT TIME ZONE c.time_zone)::date FROM clinic c WHERE c.id = of_clinic
$$;

CREATE FUNCTION has_live_grant(
  of_clinic uuid, of_episode uuid, key text, minutes integer, kg numeric, is_loaded boolean
) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM clearance c
    JOIN clearance_subject s ON s.clinic_id = c.clinic_id AND s.id = c.subject_id
    WHERE c.clinic_id = of_clinic AND c.episode_id = of_episode AND c.state IN ('granted', 'limited') AND key = ANY (s.opens_keys)
      AND c.from_day <= today_in_clinic(of_clinic) AND (c.until_day IS NULL OR c.until_day >= today_in_clinic(of_clinic))
      AND (c.max_minutes IS NULL OR minutes IS NULL OR minutes <= c.max_minutes)
      AND (c.max_kg IS NULL OR kg <= c.max_kg OR (kg IS NULL AND NOT is_loaded))
  )
$$;

CREATE FUNCTION line_is_open(
  of_clinic uuid, of_revision uuid, in_phase integer, code text, opens date, keys text[], minutes integer, kg numeric, is_loaded boolean
) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM program_revision r
    JOIN program p ON p.clinic_id = r.clinic_id AND p.id = r.program_id AND p.current_revision = r.number AND p.current_phase = in_phase
    JOIN program_phase ph ON ph.clinic_id = r.clinic_id AND ph.revision_id = r.id AND ph.n = in_phase
    JOIN episode e ON e.clinic_id = p.clinic_id AND e.id = p.episode_id AND e.ended_at IS NULL
    WHERE r.clinic_id = of_clinic AND r.id = of_revision AND opens <= today_in_clinic(of_clinic)
      AND (
        (
          p.state = 'active'
          AND NOT EXISTS (SELECT FROM hold h WHERE h.clinic_id = p.clinic_id AND h.program_id = p.id AND h.lifted_at IS NULL)
        )
        OR (
          p.state = 'held' AND code IN ('walk-short', 'ankle-pumps', 'diaphragmatic-breathing')
          AND NOT EXISTS (
            SELECT FROM hold h
            WHERE h.clinic_id = p.clinic_id AND h.program_id = p.id AND h.lifted_at IS NULL AND NOT h.easy_activity_allowed
          )
        )
      )
      AND NOT EXISTS (
        SELECT FROM unnest(ph.entry_keys) AS key WHERE NOT has_live_grant(of_clinic, p.episode_id, key, NULL, NULL, false)
      )
      AND NOT EXISTS (
        SELECT FROM unnest(keys) AS key WHERE NOT has_live_grant(of_clinic, p.episode_id, key, minutes, kg, is_loaded)
      )
  )
$$;

CREATE POLICY open_lines_for_a_patient ON prescribed_exercise AS RESTRICTIVE FOR SELECT
  USING (
    (SELECT current_setting('app.actor_role', true)) IS DISTINCT FROM 'patient'
    OR line_is_open(
      clinic_id, revision_id, phase, exercise_code, opens_on, needs_keys, duration_min, load_kg, is_loaded_lifting
    )
  );
