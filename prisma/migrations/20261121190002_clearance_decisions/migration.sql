-- Who decides goes by the protocol: a surgeon wherever the content names one, in the episode's protocol or in one that was added to it.
ALTER TABLE clearance_subject ADD COLUMN surgeon_in text[] NOT NULL DEFAULT '{}';

CREATE FUNCTION clearance_decider(of_clinic uuid, of_subject text, of_episode uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN s.decided_by = 'surgeon' OR e.protocol_id = ANY (s.surgeon_in) OR EXISTS (
    SELECT FROM also_protocol a
    WHERE a.clinic_id = of_clinic AND a.episode_id = of_episode AND a.ended_at IS NULL AND a.protocol_id = ANY (s.surgeon_in)
  ) THEN 'surgeon' ELSE 'therapist' END
  FROM clearance_subject s
  JOIN episode e ON e.clinic_id = s.clinic_id AND e.id = of_episode
  WHERE s.clinic_id = of_clinic AND s.id = of_subject
$$;

-- The keys that a grant opens. "The same surgeon decision" opens an exercise clearance: an activity that a therapist clears opens none.
CREATE FUNCTION keys_opened_by(of_clinic uuid, of_subject text, of_episode uuid) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN s.kind = 'key' OR clearance_decider(of_clinic, of_subject, of_episode) = 'surgeon' THEN s.opens_keys ELSE '{}' END
  FROM clearance_subject s WHERE s.clinic_id = of_clinic AND s.id = of_subject
$$;

-- They stand on the clearance as they were when it was decided: a later library opens nothing by an older signature.
ALTER TABLE clearance ADD COLUMN opens_keys text[] NOT NULL DEFAULT '{}';
ALTER TABLE clearance NO FORCE ROW LEVEL SECURITY;
ALTER TABLE clearance_subject NO FORCE ROW LEVEL SECURITY;
UPDATE clearance c SET opens_keys = s.opens_keys
FROM clearance_subject s
WHERE s.clinic_id = c.clinic_id AND s.id = c.subject_id AND (s.kind = 'key' OR s.decided_by = 'surgeon');
ALTER TABLE clearance FORCE ROW LEVEL SECURITY;
ALTER TABLE clearance_subject FORCE ROW LEVEL SECURITY;

CREATE OR REPLACE FUNCTION has_live_grant(
  of_clinic uuid, of_episode uuid, key text, minutes integer, kg numeric, is_loaded boolean
) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM clearance c
    WHERE c.clinic_id = of_clinic AND c.episode_id = of_episode AND c.state IN ('granted', 'limited') AND key = ANY (c.opens_keys)
      AND c.from_day <= today_in_clinic(of_clinic) AND (c.until_day IS NULL OR c.until_day >= today_in_clinic(of_clinic))
      AND (c.max_minutes IS NULL OR minutes IS NULL OR minutes <= c.max_minutes)
      AND (c.max_kg IS NULL OR kg <= c.max_kg OR (kg IS NULL AND NOT is_loaded))
  )
$$;

CREATE OR REPLACE FUNCTION decider_may_decide() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.decided_by_id IS DISTINCT FROM nullif(current_setting('app.actor_id', true), '')::uuid OR NOT EXISTS (
    SELECT FROM clearance c
    JOIN clinic_user u ON u.clinic_id = c.clinic_id AND u.id = NEW.decided_by_id AND u.disabled_at IS NULL
      AND u.role = clearance_decider(c.clinic_id, c.subject_id, c.episode_id)
    JOIN care_team_member m ON m.clinic_id = c.clinic_id AND m.user_id = u.id AND m.patient_id = c.patient_id AND m.left_at IS NULL
    WHERE c.clinic_id = NEW.clinic_id AND c.id = NEW.clearance_id
  ) THEN
    RAISE EXCEPTION 'this clearance is not theirs to decide' USING ERRCODE = 'PW008';
  END IF;
  RETURN NEW;
END $$;
-- The policy says it beside the trigger: neither a mistake in one nor in the other lets a therapist open a surgeon's key.
CREATE POLICY by_the_decider ON clearance_decision AS RESTRICTIVE FOR INSERT
  WITH CHECK (
    (SELECT current_setting('app.actor_role', true)) = (
      SELECT clearance_decider(c.clinic_id, c.subject_id, c.episode_id)
      FROM clearance c WHERE c.clinic_id = clearance_decision.clinic_id AND c.id = clearance_decision.clearance_id
    )
  );

-- The one part that counts keys; the states are those of `clearance_moves`.
CREATE FUNCTION clearance_opens() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' OR (NEW.state <> OLD.state AND NEW.state IN ('requested', 'granted', 'limited')) THEN
    NEW.opens_keys := coalesce(keys_opened_by(NEW.clinic_id, NEW.subject_id, NEW.episode_id), '{}');
  ELSIF NOT NEW.opens_keys <@ OLD.opens_keys THEN
    RAISE EXCEPTION 'a clearance opens further keys only by a decision' USING ERRCODE = 'PW007';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER opens BEFORE INSERT OR UPDATE ON clearance FOR EACH ROW EXECUTE FUNCTION clearance_opens();
