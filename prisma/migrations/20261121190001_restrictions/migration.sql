-- The surgeon's restrictions join the gate: a line that one of them meets is closed to the patient from the statement that orders it to the
-- moment at which it ends, whatever a page says. Signed rows stay as they are.

-- Those that stand now: ordered, not ended, the last day not past in the clinic's time zone, the phase not reached, no live grant of the key.
CREATE FUNCTION restrictions_in_force(of_clinic uuid, of_episode uuid) RETURNS TABLE (
  id uuid, kind text, region text, limit_kg numeric, limit_minutes integer, until_date date, until_phase integer, until_clearance text
) LANGUAGE sql STABLE AS $$
  SELECT r.id, r.kind, r.region, r.limit_kg, r.limit_minutes, r.until_date, r.until_phase, r.until_clearance
  FROM restriction r
  WHERE r.clinic_id = of_clinic AND r.episode_id = of_episode AND r.ended_at IS NULL
    AND (r.until_date IS NULL OR r.until_date >= today_in_clinic(of_clinic))
    AND (r.until_phase IS NULL OR NOT EXISTS (
      SELECT FROM program p
      WHERE p.clinic_id = of_clinic AND p.episode_id = of_episode AND p.state IN ('draft', 'active', 'held') AND p.current_phase >= r.until_phase
    ))
    AND (r.until_clearance IS NULL OR NOT has_live_grant(of_clinic, of_episode, r.until_clearance, NULL, NULL, false))
$$;

-- Whether a restriction meets an exercise in a dose: lib/clinical/review/restriction.ts, compared with it over all content by a test.
CREATE FUNCTION restriction_meets(
  kind text, in_region text, limit_kg numeric, limit_minutes integer, facts jsonb, minutes integer, kg numeric
) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE kind
    WHEN 'lift-limit' THEN CASE
      WHEN kg IS NOT NULL THEN kg > limit_kg
      ELSE EXISTS (SELECT FROM jsonb_array_elements(facts -> 'tags') AS held WHERE held ->> 'tag' = 'LOADED_LIFTING')
    END
    WHEN 'sit-limit' THEN
      (strpos(facts ->> 'position', 'seated') > 0 OR facts ->> 'rampGroup' IS NOT DISTINCT FROM 'cycling') AND coalesce(minutes > limit_minutes, false)
    WHEN 'collar' THEN
      EXISTS (SELECT FROM jsonb_array_elements(facts -> 'contraindicationCodes') AS code WHERE code ->> 'condition' = 'cervical-collar')
    ELSE EXISTS (
      SELECT FROM jsonb_array_elements(facts -> 'tags') AS held
      WHERE held ->> 'tag' = CASE kind
          WHEN 'no-bending' THEN 'FLEXION'
          WHEN 'no-twisting' THEN 'ROTATION'
          WHEN 'no-lifting' THEN 'LOADED_LIFTING'
          WHEN 'no-impact' THEN 'IMPACT'
          WHEN 'no-overhead' THEN 'OVERHEAD'
          WHEN 'no-immersion' THEN 'WATER_IMMERSION'
          WHEN 'no-extension' THEN 'EXTENSION'
          WHEN 'no-side-bending' THEN 'LATERAL_FLEXION'
          WHEN 'brace' THEN 'WATER_IMMERSION'
        END
        AND (in_region IS NULL OR held ->> 'region' IS NULL OR held ->> 'region' = in_region)
    )
  END
$$;

-- Whether a restriction in force closes a line: by the facts with which it was signed, or by what the clinic knows of the exercise now.
CREATE FUNCTION is_restricted(
  of_clinic uuid, of_episode uuid, code text, minutes integer, kg numeric, own_exercise jsonb
) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM restrictions_in_force(of_clinic, of_episode) f
    JOIN exercise x ON x.clinic_id = of_clinic AND x.code = is_restricted.code
    WHERE restriction_meets(f.kind, f.region, f.limit_kg, f.limit_minutes, x.facts, minutes, kg)
      OR (own_exercise IS NOT NULL AND restriction_meets(f.kind, f.region, f.limit_kg, f.limit_minutes, own_exercise -> 'facts', minutes, kg))
  )
$$;

-- The gate of 20261121060005, and the restrictions.
DROP POLICY open_lines_for_a_patient ON prescribed_exercise;
DROP FUNCTION line_is_open(uuid, uuid, integer, text, date, text[], integer, numeric, boolean);
CREATE FUNCTION line_is_open(
  of_clinic uuid, of_revision uuid, in_phase integer, code text, opens date, keys text[], minutes integer, kg numeric, is_loaded boolean,
  own_exercise jsonb
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
      AND NOT is_restricted(of_clinic, p.episode_id, code, minutes, kg, own_exercise)
  )
$$;

CREATE POLICY open_lines_for_a_patient ON prescribed_exercise AS RESTRICTIVE FOR SELECT
  USING (
    (SELECT current_setting('app.actor_role', true)) IS DISTINCT FROM 'patient'
    OR line_is_open(
      clinic_id, revision_id, phase, exercise_code, opens_on, needs_keys, duration_min, load_kg, is_loaded_lifting, own_exercise
    )
  );

CREATE OR REPLACE FUNCTION stopped_was_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.kind = 'stopped' AND NOT EXISTS (
    SELECT FROM prescribed_exercise l
    WHERE l.clinic_id = NEW.clinic_id AND l.id = NEW.before_line_id AND line_is_open(
      l.clinic_id, l.revision_id, l.phase, l.exercise_code, l.opens_on, l.needs_keys, l.duration_min, l.load_kg, l.is_loaded_lifting,
      l.own_exercise
    )
  ) AND NOT EXISTS (
    SELECT FROM program_change told
    WHERE told.clinic_id = NEW.clinic_id AND told.before_line_id = NEW.before_line_id AND told.kind = 'stopped'
  ) THEN
    RAISE EXCEPTION 'only a line that the patient could read is told of as stopped' USING ERRCODE = 'PW027';
  END IF;
  RETURN NEW;
END $$;
