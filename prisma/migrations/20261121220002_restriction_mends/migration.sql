-- What fresh eyes found of restrictions: an activity lifts no restriction, the therapist is told again, an order is signed or came with the episode.

-- Whether a key itself is granted now: an activity that opens it too ("golf", perhaps limited) says nothing of everything else under the key.
CREATE FUNCTION is_granted_itself(of_clinic uuid, of_episode uuid, of_key text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM clearance c
    WHERE c.clinic_id = of_clinic AND c.episode_id = of_episode AND c.subject_id = of_key AND of_key = ANY (c.opens_keys)
      AND c.state IN ('granted', 'limited')
      AND c.from_day <= today_in_clinic(of_clinic) AND (c.until_day IS NULL OR c.until_day >= today_in_clinic(of_clinic))
  )
$$;

CREATE OR REPLACE FUNCTION restrictions_in_force(of_clinic uuid, of_episode uuid) RETURNS TABLE (
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
    AND (r.until_clearance IS NULL OR NOT is_granted_itself(of_clinic, of_episode, r.until_clearance))
$$;

-- What tells of the record is one alert for each patient and cause, to which something new may come after somebody has taken it on.
CREATE OR REPLACE FUNCTION alert_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (('open', 'acknowledged'), ('open', 'resolved'), ('acknowledged', 'resolved'))
    AND NOT (
      OLD.state = 'acknowledged' AND NEW.state = 'open'
      AND OLD.cause IN (
        'clearance-decided', 'clearance-ending', 'restriction-ordered', 'protocol-added', 'condition-recorded', 'patient-asks'
      )
      AND num_nonnulls(NEW.acknowledged_at, NEW.acknowledged_by_id) = 0
    )
  THEN
    RAISE EXCEPTION 'an alert does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'PW010';
  END IF;
  RETURN NEW;
END $$;

-- A row's xmin is of its last change, not of its first: which episodes the transaction opened is noted as they are.
CREATE FUNCTION note_opened_episode() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.opened_episodes', concat_ws(' ', nullif(current_setting('app.opened_episodes', true), ''), NEW.id), true);
  RETURN NULL;
END $$;
CREATE TRIGGER opened AFTER INSERT ON episode FOR EACH ROW EXECUTE FUNCTION note_opened_episode();

CREATE OR REPLACE FUNCTION restriction_is_signed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM restriction_decision d
    WHERE d.clinic_id = NEW.clinic_id AND d.restriction_id = NEW.id AND d.act IN ('ordered', 'changed')
  ) AND NOT EXISTS (
    SELECT FROM episode e
    WHERE e.clinic_id = NEW.clinic_id AND e.id = NEW.episode_id AND e.xmin = pg_current_xact_id()::xid
      AND e.id::text = ANY (string_to_array(current_setting('app.opened_episodes', true), ' '))
  ) THEN
    RAISE EXCEPTION 'a restriction is ordered with a signature' USING ERRCODE = 'PW031';
  END IF;
  IF NEW.replaces_id IS NOT NULL AND EXISTS (
    SELECT FROM restriction r WHERE r.clinic_id = NEW.clinic_id AND r.id = NEW.replaces_id AND r.ended_at IS NULL
  ) THEN
    RAISE EXCEPTION 'what is replaced ends' USING ERRCODE = 'PW031';
  END IF;
  RETURN NULL;
END $$;
