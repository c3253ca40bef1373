-- An exercise of the clinic's own may have a figure of its own: the record of numbers that the drawing is made from, and the shipped exercise whose
-- record it was taken from. Null: it shows the figure of the shipped exercise that it was copied from, if there is one. Shipped figures are content.
ALTER TABLE exercise ADD COLUMN figure jsonb;
ALTER TABLE exercise_change ADD COLUMN figure jsonb;
ALTER TABLE exercise ADD CONSTRAINT figure_is_a_record_of_an_own_one CHECK (figure IS NULL OR (
  origin = 'clinic' AND figure ->> 'from' <> '' AND jsonb_typeof(figure #> '{record,keys}') = 'array'
) IS TRUE);
ALTER TABLE exercise_change ADD CONSTRAINT figure_is_a_record CHECK (figure IS NULL OR (
  figure ->> 'from' <> '' AND jsonb_typeof(figure #> '{record,keys}') = 'array'
) IS TRUE);
-- A signed line keeps the figure that stood with its facts and texts; without one it has no such key, so that what was signed before keeps its digest.
ALTER TABLE prescribed_exercise ADD CONSTRAINT figure_as_it_was_signed CHECK (
  own_exercise -> 'figure' IS NULL OR (jsonb_typeof(own_exercise #> '{figure,record,keys}') = 'array') IS TRUE
);
GRANT UPDATE (figure) ON exercise TO phasewise_app;

-- The shipped exercise at the beginning of all copying; null for one that was begun from nothing.
CREATE FUNCTION shipped_original(of_clinic uuid, of_code text) RETURNS text LANGUAGE sql STABLE AS $$
  WITH RECURSIVE copied AS (
    SELECT x.code, x.copied_from, x.origin FROM exercise x WHERE x.clinic_id = of_clinic AND x.code = of_code
    UNION
    SELECT x.code, x.copied_from, x.origin FROM copied JOIN exercise x ON x.clinic_id = of_clinic AND x.code = copied.copied_from
  )
  SELECT code FROM copied WHERE origin = 'shipped'
$$;

-- As before, and a retired one keeps its figure.
CREATE OR REPLACE FUNCTION own_exercises_only() RETURNS trigger LANGUAGE plpgsql AS $$
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
    OR (NEW.retired_at IS NOT NULL AND (NEW.facts, NEW.texts, NEW.figure) IS DISTINCT FROM (OLD.facts, OLD.texts, OLD.figure))
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

-- As before, and the history says the figure too.
CREATE OR REPLACE FUNCTION exercise_change_is_own() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT is_acting(NEW.clinic_id, NEW.changed_by_id, ARRAY['therapist', 'surgeon']) OR NOT EXISTS (
    SELECT FROM exercise x WHERE x.clinic_id = NEW.clinic_id AND x.id = NEW.exercise_id AND x.origin = 'clinic'
      AND x.version = NEW.version
      AND (x.facts, x.texts, x.figure, x.changed_by_id) IS NOT DISTINCT FROM (NEW.facts, NEW.texts, NEW.figure, NEW.changed_by_id)
  ) THEN
    RAISE EXCEPTION 'the history of an exercise says what stands, in the name of who wrote it' USING ERRCODE = 'PW026';
  END IF;
  RETURN NEW;
END $$;
