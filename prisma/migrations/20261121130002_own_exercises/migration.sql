-- A clinic's own exercises beside the shipped ones. Error codes, after PW019:
--   PW025 an exercise that the application may not write   PW026 history of an exercise
ALTER TABLE exercise
  ADD COLUMN origin text NOT NULL DEFAULT 'shipped',
  ADD COLUMN copied_from text,
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  ADD COLUMN changed_at timestamptz(6),
  ADD COLUMN changed_by_id uuid;

-- What an own exercise was in each of its versions, in whose name and why; in what it is less strict than the exercise that it was copied from.
CREATE TABLE exercise_change (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  exercise_id uuid NOT NULL,
  version integer NOT NULL,
  kind text NOT NULL,
  facts jsonb NOT NULL,
  texts jsonb NOT NULL,
  less_strict jsonb NOT NULL,
  reason text,
  changed_by_id uuid NOT NULL,
  changed_name text NOT NULL,
  changed_at timestamptz(6) NOT NULL DEFAULT now(),
  PRIMARY KEY (clinic_id, id)
);
CREATE UNIQUE INDEX exercise_change_clinic_id_exercise_id_version_key ON exercise_change (clinic_id, exercise_id, version);

ALTER TABLE exercise
  ADD CONSTRAINT origin_is_known CHECK (origin IN ('shipped', 'clinic')),
  ADD CONSTRAINT code_says_the_origin CHECK ((origin = 'clinic') = (code LIKE 'own-%') AND facts ->> 'id' IS NOT DISTINCT FROM code),
  ADD CONSTRAINT own_has_an_author CHECK (
    origin = 'shipped' AND copied_from IS NULL AND changed_by_id IS NULL AND retired_at IS NULL
    OR origin = 'clinic' AND changed_by_id IS NOT NULL AND changed_at IS NOT NULL AND version >= 1
  ),
  -- Nothing untagged can be prescribed: a rule that finds no tag finds nothing to refuse.
  ADD CONSTRAINT tagged_and_dated CHECK ((
    jsonb_typeof(facts -> 'tags') = 'array' AND jsonb_path_exists(facts, '$.tags[0].tag ? (@ != "")')
    AND jsonb_typeof(facts -> 'earliest') = 'object' AND facts -> 'earliest' <> '{}'
    AND facts ->> 'position' <> '' AND facts ->> 'clearanceKey' <> ''
    AND jsonb_typeof(facts -> 'contraindicationCodes') = 'array' AND jsonb_typeof(facts -> 'defaultDosage') = 'object'
  ) IS TRUE),
  ADD CONSTRAINT own_names_its_sources CHECK (
    origin = 'shipped'
    OR (jsonb_typeof(facts -> 'sources') = 'array' AND jsonb_array_length(facts -> 'sources') >= 1
      AND facts ->> 'basis' = 'background, unverified') IS TRUE
  ),
  ADD FOREIGN KEY (clinic_id, changed_by_id) REFERENCES clinic_user (clinic_id, id),
  ADD FOREIGN KEY (clinic_id, copied_from) REFERENCES exercise (clinic_id, code);
-- Two exercises under one name would be mistaken for one another; a name that has been retired is free.
CREATE UNIQUE INDEX own_name_once_in_english ON exercise (clinic_id, lower(facts #>> '{name,en}')) WHERE origin = 'clinic' AND retired_at IS NULL;
CREATE UNIQUE INDEX own_name_once_in_spanish ON exercise (clinic_id, lower(facts #>> '{name,es}')) WHERE origin = 'clinic' AND retired_at IS NULL;

ALTER TABLE exercise_change
  ADD CONSTRAINT kind_is_known CHECK (kind IN ('added', 'changed', 'retired')),
  ADD CONSTRAINT numbered_from_one CHECK (version >= 1 AND (kind = 'added') = (version = 1)),
  ADD CONSTRAINT reason_is_not_blank CHECK (reason IS NULL OR btrim(reason) <> ''),
  ADD CONSTRAINT less_strict_is_a_list CHECK (jsonb_typeof(less_strict) = 'array'),
  ADD CONSTRAINT less_strict_with_reason CHECK (reason IS NOT NULL OR (less_strict = '[]' AND kind <> 'retired')),
  ADD CONSTRAINT name_is_not_blank CHECK (btrim(changed_name) <> ''),
  ADD FOREIGN KEY (clinic_id, exercise_id) REFERENCES exercise (clinic_id, id),
  ADD FOREIGN KEY (clinic_id, changed_by_id) REFERENCES clinic_user (clinic_id, id);

ALTER TABLE exercise_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE exercise_change FORCE ROW LEVEL SECURITY;
CREATE POLICY of_this_clinic ON exercise_change
  USING (clinic_id = (SELECT nullif(current_setting('app.clinic_id', true), '')::uuid))
  WITH CHECK (clinic_id = (SELECT nullif(current_setting('app.clinic_id', true), '')::uuid));
CREATE POLICY written_by_clinicians ON exercise_change AS RESTRICTIVE FOR INSERT
  WITH CHECK ((SELECT current_setting('app.actor_role', true)) IS DISTINCT FROM 'patient');
-- Patients read what they do; who changed the library and why is the team's.
CREATE POLICY no_history_for_a_patient ON exercise_change AS RESTRICTIVE FOR SELECT
  USING ((SELECT current_setting('app.actor_role', true)) IS DISTINCT FROM 'patient');
GRANT SELECT, INSERT ON exercise_change TO phasewise_app;
GRANT INSERT ON exercise TO phasewise_app;
GRANT UPDATE (facts, texts, version, changed_at, changed_by_id, retired_at) ON exercise TO phasewise_app;

CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON exercise_change FOR EACH ROW EXECUTE FUNCTION refuse_change('PW026');
CREATE TRIGGER all_kept BEFORE TRUNCATE ON exercise_change FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('PW026');

-- The shipped exercises are the owner's to correct. An own one is written by a clinician in their own name, version after version, says something of
-- every protocol of the clinic, and does not change any more once it is retired.
CREATE FUNCTION own_exercises_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.origin = 'shipped' AND (TG_OP = 'INSERT' OR OLD.origin = 'shipped') THEN
    IF NOT pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'MEMBER') THEN
      RAISE EXCEPTION 'a shipped exercise is copied, not changed' USING ERRCODE = 'PW025';
    END IF;
    RETURN NEW;
  END IF;
  IF NOT is_acting(NEW.clinic_id, NEW.changed_by_id, ARRAY['therapist', 'surgeon']) THEN
    RAISE EXCEPTION 'an exercise is written by a therapist or a surgeon, in their own name' USING ERRCODE = 'PW025';
  END IF;
  IF TG_OP = 'INSERT' AND (NEW.version <> 1 OR NEW.retired_at IS NOT NULL) THEN
    RAISE EXCEPTION 'an exercise begins with its first version' USING ERRCODE = 'PW025';
  END IF;
  IF TG_OP = 'UPDATE' AND (
    OLD.retired_at IS NOT NULL OR NEW.version <> OLD.version + 1
    OR (NEW.clinic_id, NEW.id, NEW.code, NEW.origin, NEW.copied_from, NEW.created_at)
      IS DISTINCT FROM (OLD.clinic_id, OLD.id, OLD.code, OLD.origin, OLD.copied_from, OLD.created_at)
    OR (NEW.retired_at IS NOT NULL AND (NEW.facts, NEW.texts) IS DISTINCT FROM (OLD.facts, OLD.texts))
  ) THEN
    RAISE EXCEPTION 'an own exercise goes from one version to the next until it is retired' USING ERRCODE = 'PW025';
  END IF;
  IF NEW.retired_at IS NULL AND EXISTS (
    SELECT FROM template t WHERE t.clinic_id = NEW.clinic_id AND t.retired_at IS NULL AND NOT NEW.facts -> 'earliest' ? t.protocol_id
  ) THEN
    RAISE EXCEPTION 'an exercise says when it may begin in every protocol of the clinic' USING ERRCODE = 'PW025';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER own_only BEFORE INSERT OR UPDATE ON exercise FOR EACH ROW EXECUTE FUNCTION own_exercises_only();

CREATE FUNCTION exercise_change_is_own() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT is_acting(NEW.clinic_id, NEW.changed_by_id, ARRAY['therapist', 'surgeon']) OR NOT EXISTS (
    SELECT FROM exercise x WHERE x.clinic_id = NEW.clinic_id AND x.id = NEW.exercise_id AND x.origin = 'clinic'
      AND x.version = NEW.version AND (x.facts, x.texts, x.changed_by_id) IS NOT DISTINCT FROM (NEW.facts, NEW.texts, NEW.changed_by_id)
  ) THEN
    RAISE EXCEPTION 'the history of an exercise says what stands, in the name of who wrote it' USING ERRCODE = 'PW026';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER is_own BEFORE INSERT ON exercise_change FOR EACH ROW EXECUTE FUNCTION exercise_change_is_own();

-- No version without its history, whoever writes it: looked at when the transaction ends.
CREATE FUNCTION exercise_has_its_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.origin = 'clinic' AND NOT EXISTS (
    SELECT FROM exercise_change c
    WHERE c.clinic_id = NEW.clinic_id AND c.exercise_id = NEW.id AND c.version = NEW.version AND (c.kind = 'retired') = (NEW.retired_at IS NOT NULL)
  ) THEN
    RAISE EXCEPTION 'a version of an exercise is kept in its history' USING ERRCODE = 'PW026';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER has_its_history AFTER INSERT OR UPDATE ON exercise
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION exercise_has_its_history();
