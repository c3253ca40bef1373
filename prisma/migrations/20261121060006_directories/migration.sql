-- Look-ups that happen before a clinic is known. The functions run as the owner of the directories, which hold no health data; the owner is
-- itself under forced row-level security, so each function sets the clinic it found for its own statement and puts back what was set.
CREATE FUNCTION register_sign_in_name(name text, of_user uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO sign_in_directory (sign_in_name, clinic_id, user_id)
  VALUES (lower(normalize(name, NFKC)), nullif(current_setting('app.clinic_id', true), '')::uuid, of_user)
$$;

CREATE FUNCTION find_sign_in_name(name text) RETURNS TABLE (clinic_id uuid, user_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d.clinic_id, d.user_id FROM sign_in_directory d WHERE d.sign_in_name = lower(normalize(name, NFKC))
$$;

CREATE FUNCTION register_session(hash bytea, of_session uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO session_directory (token_hash, clinic_id, session_id)
  VALUES (hash, nullif(current_setting('app.clinic_id', true), '')::uuid, of_session)
$$;

-- Idle and absolute limits by the server's clock: idle 15 min for clinicians, 60 min for patients (S1). The last-seen time is written at most
-- every 20 s; a request that must not extend the session asks with touches = false.
CREATE FUNCTION resume_session(hash bytea, touches boolean) RETURNS TABLE (
  clinic_id uuid, session_id uuid, user_id uuid, role text, display_name text, printed_name text, locale text, patient_id uuid,
  clinic_name text, time_zone text, country text, emergency_number text, clinic_phone text, mass_unit text, is_demo boolean
) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  found_session session_directory;
  clinic_before text := coalesce(current_setting('app.clinic_id', true), '');
  role_before text := coalesce(current_setting('app.actor_role', true), '');
BEGIN
  SELECT * INTO found_session FROM session_directory d WHERE d.token_hash = hash;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  PERFORM set_config('app.clinic_id', found_session.clinic_id::text, true), set_config('app.actor_role', 'sign-in', true);
  IF touches THEN
    UPDATE sign_in_session s SET last_seen_at = now()
    FROM clinic_user u
    WHERE s.clinic_id = found_session.clinic_id AND s.id = found_session.session_id AND u.clinic_id = s.clinic_id AND u.id = s.user_id
      AND s.ended_at IS NULL AND s.last_seen_at < now() - interval '20 seconds'
      AND s.last_seen_at > now() - CASE u.role WHEN 'patient' THEN interval '60 minutes' ELSE interval '15 minutes' END;
  END IF;
  RETURN QUERY
    SELECT s.clinic_id, s.id, u.id, u.role, u.display_name, u.printed_name, u.locale, p.id,
      c.name, c.time_zone, c.country, c.emergency_number, c.phone, c.mass_unit, c.is_demo
    FROM sign_in_session s
    JOIN clinic_user u ON u.clinic_id = s.clinic_id AND u.id = s.user_id AND u.disabled_at IS NULL
    JOIN clinic c ON c.id = s.clinic_id
    LEFT JOIN patient p ON p.clinic_id = s.clinic_id AND p.user_id = u.id
    WHERE s.clinic_id = found_session.clinic_id AND s.id = found_session.session_id AND s.ended_at IS NULL
      AND s.absolute_end_at > now()
      AND s.last_seen_at > now() - CASE u.role WHEN 'patient' THEN interval '60 minutes' ELSE interval '15 minutes' END;
  PERFORM set_config('app.clinic_id', clinic_before, true), set_config('app.actor_role', role_before, true);
END $$;

-- The demo clinic's people for the sign-in page; answers nothing for a clinic that was not created as a demo.
CREATE FUNCTION demo_personas() RETURNS TABLE (clinic_id uuid, user_id uuid, sign_in_name text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  clinic_before text := coalesce(current_setting('app.clinic_id', true), '');
  candidate uuid;
BEGIN
  FOR candidate IN SELECT DISTINCT d.clinic_id FROM sign_in_directory d WHERE d.sign_in_name LIKE '%@demo.phasewise.example' LOOP
    PERFORM set_config('app.clinic_id', candidate::text, true);
    RETURN QUERY
      SELECT d.clinic_id, d.user_id, d.sign_in_name FROM sign_in_directory d
      WHERE d.clinic_id = candidate AND d.sign_in_name LIKE '%@demo.phasewise.example'
        AND EXISTS (SELECT FROM clinic c WHERE c.id = candidate AND c.is_demo);
  END LOOP;
  PERFORM set_config('app.clinic_id', clinic_before, true);
END $$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO phasewise_app;
