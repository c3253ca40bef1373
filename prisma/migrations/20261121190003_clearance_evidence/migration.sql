-- What tells of clearances is one alert for each patient, to which something new may come after somebody has taken it on: then it is open again.
CREATE OR REPLACE FUNCTION alert_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (('open', 'acknowledged'), ('open', 'resolved'), ('acknowledged', 'resolved'))
    AND NOT (
      OLD.state = 'acknowledged' AND NEW.state = 'open' AND OLD.cause IN ('clearance-decided', 'clearance-ending')
      AND num_nonnulls(NEW.acknowledged_at, NEW.acknowledged_by_id) = 0
    )
  THEN
    RAISE EXCEPTION 'an alert does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'PW010';
  END IF;
  RETURN NEW;
END $$;
