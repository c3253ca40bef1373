-- A misspelt condition or factor is refused, not stored: a contraindication must not vanish. The lists are those of lib/clinical.
CREATE FUNCTION are_known_conditions(named text[]) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT named <@ ARRAY[
    'osteoporosis', 'balance-impaired', 'vertigo', 'leg-weakness', 'wound-open', 'active-infection', 'incontinence', 'suspected-dvt',
    'cervical-collar', 'myelopathy', 'dysphagia', 'spinal-stenosis', 'flexion-sensitive', 'extension-sensitive', 'nerve-irritable',
    'uncontrolled-hypertension', 'cardiorespiratory-limit', 'dural-repair', 'anterior-abdominal-approach', 'cannot-lie-prone',
    'shoulder-problem', 'knee-problem'
  ]
$$;
CREATE FUNCTION are_known_factors(named text[]) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT named <@ ARRAY[
    'three-or-more-levels', 'revision', 'osteoporosis', 'smoker', 'diabetes', 'dural-tear', 'single-level-minimally-invasive'
  ]
$$;
ALTER TABLE episode
  ADD CONSTRAINT conditions_are_known CHECK (are_known_conditions(conditions)),
  ADD CONSTRAINT factors_are_known CHECK (are_known_factors(factors));
ALTER TABLE condition_change ADD CONSTRAINT conditions_are_known CHECK (conditions IS NOT NULL AND are_known_conditions(conditions));
ALTER TABLE timeline_change ADD CONSTRAINT factors_are_known CHECK (factors IS NOT NULL AND are_known_factors(factors));

-- Conditions change only as somebody recorded them, and who did is kept.
CREATE FUNCTION conditions_are_recorded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.conditions IS DISTINCT FROM OLD.conditions AND NOT EXISTS (
    SELECT FROM (
      SELECT c.conditions FROM condition_change c
      WHERE c.clinic_id = NEW.clinic_id AND c.episode_id = NEW.id ORDER BY c.changed_at DESC, c.id DESC LIMIT 1
    ) AS latest WHERE latest.conditions = NEW.conditions
  ) THEN
    RAISE EXCEPTION 'conditions change only as a clinician of the care team recorded them' USING ERRCODE = 'PW018';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER conditions_recorded BEFORE UPDATE ON episode FOR EACH ROW EXECUTE FUNCTION conditions_are_recorded();

-- The episode's own protocol is no second one.
CREATE FUNCTION also_protocol_is_another() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM episode e WHERE e.clinic_id = NEW.clinic_id AND e.id = NEW.episode_id AND (e.protocol_id = NEW.protocol_id OR e.ended_at IS NOT NULL)
  ) THEN
    RAISE EXCEPTION 'a second protocol is another one than the episode''s own, of an open episode' USING ERRCODE = 'PW019';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER is_another BEFORE INSERT ON also_protocol FOR EACH ROW EXECUTE FUNCTION also_protocol_is_another();
