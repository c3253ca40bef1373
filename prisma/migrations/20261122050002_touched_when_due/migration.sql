-- `resume_session` as of 20261121060006, but what it finds is read once, and the session is written to only when its time is due: a request in between
-- makes one statement ready instead of two.
CREATE OR REPLACE FUNCTION resume_session(hash bytea, touches boolean) RETURNS TABLE (
  clinic_id uuid, session_id uuid, user_id uuid, role text, display_name text, printed_name text, locale text, patient_id uuid,
  clinic_name text, time_zone text, country text, emergency_number text, clinic_phone text, mass_unit text, is_demo boolean
) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  found_session session_directory;
  clinic_before text := coalesce(current_setting('app.clinic_id', true), '');
  role_before text := coalesce(current_setting('app.actor_role', true), '');
  seen timestamptz;
BEGIN
  SELECT * INTO found_session FROM session_directory d WHERE d.token_hash = hash;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  PERFORM set_config('app.clinic_id', found_session.clinic_id::text, true), set_config('app.actor_role', 'sign-in', true);
  SELECT s.clinic_id, s.id, u.id, u.role, u.display_name, u.printed_name, u.locale, p.id,
    c.name, c.time_zone, c.country, c.emergency_number, c.phone, c.mass_unit, c.is_demo, s.last_seen_at
  INTO clinic_id, session_id, user_id, role, display_name, printed_name, locale, patient_id,
    clinic_name, time_zone, country, emergency_number, clinic_phone, mass_unit, is_demo, seen
  FROM sign_in_session s
  JOIN clinic_user u ON u.clinic_id = s.clinic_id AND u.id = s.user_id AND u.disabled_at IS NULL
  JOIN clinic c ON c.id = s.clinic_id
  LEFT JOIN patient p ON p.clinic_id = s.clinic_id AND p.user_id = u.id
  WHERE s.clinic_id = found_session.clinic_id AND s.id = found_session.session_id AND s.ended_at IS NULL
    AND s.absolute_end_at > now()
    AND s.last_seen_at > now() - CASE u.role WHEN 'patient' THEN interval '60 minutes' ELSE interval '15 minutes' END;
  IF FOUND AND touches AND seen < now() - interval '20 seconds' THEN
    -- Where somebody signs out at that moment it waits for them, and finds nothing any more.
    UPDATE sign_in_session s SET last_seen_at = now()
    WHERE s.clinic_id = found_session.clinic_id AND s.id = found_session.session_id AND s.ended_at IS NULL;
  END IF;
  IF FOUND THEN
    RETURN NEXT;
  END IF;
  PERFORM set_config('app.clinic_id', clinic_before, true), set_config('app.actor_role', role_before, true);
END $$;
