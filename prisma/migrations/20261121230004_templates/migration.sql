-- A clinic's own templates. A shipped protocol stays one template per protocol; an own one keeps the protocol that it was begun from, by which the
-- rules know it. Error codes: PW050 draft of a template   PW051 version of a template   PW052 template   PW053 template of a running program
ALTER TABLE template
  ADD COLUMN origin             text NOT NULL DEFAULT 'shipped',
  ADD COLUMN begun_from_id      uuid,
  ADD COLUMN created_by_id      uuid,
  ADD COLUMN retired_by_id      uuid,
  ADD COLUMN retired_by_name    text,
  ADD COLUMN retired_reason     text,
  ADD CONSTRAINT shipped_or_own CHECK (origin IN ('shipped', 'clinic')),
  ADD CONSTRAINT own_has_its_beginning CHECK ((origin = 'clinic') = (begun_from_id IS NOT NULL AND created_by_id IS NOT NULL)),
  ADD CONSTRAINT retired_with_a_reason CHECK (
    origin = 'shipped' OR ((retired_at IS NOT NULL) = (retired_by_id IS NOT NULL AND retired_by_name IS NOT NULL AND retired_reason <> '')) IS TRUE
  ),
  ADD CONSTRAINT template_clinic_id_begun_from_id_fkey
    FOREIGN KEY (clinic_id, begun_from_id) REFERENCES template_version (clinic_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT template_clinic_id_created_by_id_fkey FOREIGN KEY (clinic_id, created_by_id) REFERENCES clinic_user (clinic_id, id),
  ADD CONSTRAINT template_clinic_id_retired_by_id_fkey FOREIGN KEY (clinic_id, retired_by_id) REFERENCES clinic_user (clinic_id, id);
DROP INDEX template_clinic_id_protocol_id_key;
CREATE UNIQUE INDEX template_shipped_once_per_protocol ON template (clinic_id, protocol_id) WHERE origin = 'shipped';

-- Who published a version, what it is less strict in than the shipped protocol, and why that is right.
ALTER TABLE template_version
  ADD COLUMN published_by_id    uuid,
  ADD COLUMN published_name     text,
  ADD COLUMN meaning            text,
  ADD COLUMN sha256             text,
  ADD COLUMN less_strict        jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN less_strict_reason text,
  ADD CONSTRAINT signed_whole CHECK (
    (published_by_id IS NULL AND published_name IS NULL AND meaning IS NULL AND sha256 IS NULL)
    OR (published_by_id IS NOT NULL AND published_name <> '' AND meaning = 'published' AND sha256 ~ '^[0-9a-f]{64}$' AND published_at IS NOT NULL) IS TRUE
  ),
  ADD CONSTRAINT less_strict_for_a_reason CHECK ((jsonb_typeof(less_strict) = 'array' AND (less_strict = '[]' OR less_strict_reason <> '')) IS TRUE),
  ADD CONSTRAINT template_version_clinic_id_published_by_id_fkey
    FOREIGN KEY (clinic_id, published_by_id) REFERENCES clinic_user (clinic_id, id);

-- The unpublished next state of an own template. No health data: never a note to a patient, never whose program it was begun from.
CREATE TABLE template_draft (
  clinic_id           uuid           NOT NULL,
  template_id         uuid           NOT NULL,
  facts               jsonb          NOT NULL,
  lines               jsonb          NOT NULL,
  based_on_version_id uuid           NOT NULL,
  version             integer        NOT NULL DEFAULT 1,
  phases_version      integer        NOT NULL DEFAULT 1,
  changed_at          timestamptz(6) NOT NULL DEFAULT now(),
  changed_by_id       uuid           NOT NULL,
  CONSTRAINT template_draft_pkey PRIMARY KEY (clinic_id, template_id),
  CONSTRAINT template_draft_clinic_id_template_id_fkey
    FOREIGN KEY (clinic_id, template_id) REFERENCES template (clinic_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT template_draft_clinic_id_based_on_version_id_fkey
    FOREIGN KEY (clinic_id, based_on_version_id) REFERENCES template_version (clinic_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT template_draft_clinic_id_changed_by_id_fkey FOREIGN KEY (clinic_id, changed_by_id) REFERENCES clinic_user (clinic_id, id),
  CONSTRAINT phases_and_lines CHECK ((jsonb_typeof(facts -> 'phases') = 'array' AND jsonb_typeof(lines) = 'array') IS TRUE),
  CONSTRAINT versions_count_up CHECK (version >= 1 AND phases_version >= 1)
);

ALTER TABLE template_draft ENABLE ROW LEVEL SECURITY;
ALTER TABLE template_draft FORCE ROW LEVEL SECURITY;
CREATE POLICY of_this_clinic ON template_draft
  USING (clinic_id = (SELECT nullif(current_setting('app.clinic_id', true), '')::uuid))
  WITH CHECK (clinic_id = (SELECT nullif(current_setting('app.clinic_id', true), '')::uuid));
CREATE POLICY no_draft_for_a_patient ON template_draft AS RESTRICTIVE
  USING ((SELECT current_setting('app.actor_role', true)) IS DISTINCT FROM 'patient');

GRANT SELECT, INSERT, DELETE ON template_draft TO phasewise_app;
GRANT UPDATE (facts, lines, version, phases_version, changed_at, changed_by_id) ON template_draft TO phasewise_app;
GRANT INSERT ON template, template_version, template_phase, template_exercise TO phasewise_app;
GRANT UPDATE (title, techniques, retired_at, retired_by_id, retired_by_name, retired_reason) ON template TO phasewise_app;
GRANT UPDATE (published_at, published_by_id, published_name, meaning, sha256) ON template_version TO phasewise_app;

-- Whether the one who acts in the database may do what only the product may: copy shipped protocols.
CREATE FUNCTION is_owner_of(relation oid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = relation), 'MEMBER')
$$;
GRANT EXECUTE ON FUNCTION is_owner_of(oid) TO phasewise_app;

-- The shipped protocols are the product's. An own one is begun, renamed and retired by people of the clinic in their own name; retired, it stays so.
CREATE FUNCTION own_templates_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.origin = 'shipped' AND (TG_OP = 'INSERT' OR OLD.origin = 'shipped') THEN
    IF NOT is_owner_of(TG_RELID) THEN
      RAISE EXCEPTION 'a shipped protocol is not the clinic''s to change' USING ERRCODE = 'PW052';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.retired_at IS NOT NULL OR NOT is_acting(NEW.clinic_id, NEW.created_by_id, ARRAY['therapist', 'surgeon']) OR NOT EXISTS (
      SELECT FROM template_version v JOIN template t ON t.clinic_id = v.clinic_id AND t.id = v.template_id
      WHERE v.clinic_id = NEW.clinic_id AND v.id = NEW.begun_from_id AND v.published_at IS NOT NULL AND t.protocol_id = NEW.protocol_id
    ) THEN
      RAISE EXCEPTION 'a template is begun from a published version of its protocol, by a therapist or a surgeon' USING ERRCODE = 'PW052';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.retired_at IS NOT NULL OR (NEW.clinic_id, NEW.id, NEW.origin, NEW.protocol_id, NEW.begun_from_id, NEW.created_by_id, NEW.created_at)
    IS DISTINCT FROM (OLD.clinic_id, OLD.id, OLD.origin, OLD.protocol_id, OLD.begun_from_id, OLD.created_by_id, OLD.created_at) THEN
    RAISE EXCEPTION 'a template keeps its protocol and its beginning; a retired one does not change' USING ERRCODE = 'PW052';
  END IF;
  IF (NEW.title, NEW.techniques) IS DISTINCT FROM (OLD.title, OLD.techniques) AND (
    NOT is_acting(NEW.clinic_id, nullif(current_setting('app.actor_id', true), '')::uuid, ARRAY['therapist', 'surgeon', 'administrator'])
    OR NOT EXISTS (
      SELECT FROM template_version v
      WHERE v.clinic_id = NEW.clinic_id AND v.template_id = NEW.id AND v.published_at IS NOT NULL
        AND v.facts -> 'title' = NEW.title AND v.facts -> 'techniques' = NEW.techniques
        AND v.number = (SELECT max(n.number) FROM template_version n WHERE n.clinic_id = v.clinic_id AND n.template_id = v.template_id)
    )
  ) THEN
    RAISE EXCEPTION 'a template has the title and the techniques of its newest version, from whoever publishes it' USING ERRCODE = 'PW052';
  END IF;
  IF NEW.retired_at IS NOT NULL AND NOT is_acting(NEW.clinic_id, NEW.retired_by_id, ARRAY['therapist', 'surgeon', 'administrator']) THEN
    RAISE EXCEPTION 'a template is retired by somebody of the clinic, in their own name' USING ERRCODE = 'PW052';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER own_only BEFORE INSERT OR UPDATE ON template FOR EACH ROW EXECUTE FUNCTION own_templates_only();

CREATE FUNCTION template_draft_is_own() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT is_acting(NEW.clinic_id, NEW.changed_by_id, ARRAY['therapist', 'surgeon']) OR NOT EXISTS (
    SELECT FROM template t WHERE t.clinic_id = NEW.clinic_id AND t.id = NEW.template_id AND t.origin = 'clinic' AND t.retired_at IS NULL
  ) THEN
    RAISE EXCEPTION 'a therapist or a surgeon drafts a template of the clinic that is not retired' USING ERRCODE = 'PW050';
  END IF;
  IF TG_OP = 'UPDATE' AND (
    NEW.version NOT IN (OLD.version, OLD.version + 1) OR NEW.phases_version NOT IN (OLD.phases_version, OLD.phases_version + 1)
    OR (NEW.lines IS DISTINCT FROM OLD.lines AND NEW.version = OLD.version)
    OR (NEW.facts IS DISTINCT FROM OLD.facts AND NEW.phases_version = OLD.phases_version)
  ) THEN
    RAISE EXCEPTION 'a draft goes from one version to the next' USING ERRCODE = 'PW050';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER is_own BEFORE INSERT OR UPDATE ON template_draft FOR EACH ROW EXECUTE FUNCTION template_draft_is_own();

-- A version is written whole and published at once, in the name of who acts; numbers have no gaps.
CREATE FUNCTION template_version_moves() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_template template;
BEGIN
  SELECT * INTO of_template FROM template t WHERE t.clinic_id = NEW.clinic_id AND t.id = NEW.template_id;
  IF TG_OP = 'INSERT' AND NEW.number <> 1 + coalesce(
    (SELECT max(v.number) FROM template_version v WHERE v.clinic_id = NEW.clinic_id AND v.template_id = NEW.template_id), 0
  ) THEN
    RAISE EXCEPTION 'versions of a template have no gaps' USING ERRCODE = 'PW051';
  END IF;
  IF of_template.origin = 'shipped' THEN
    IF NOT is_owner_of(TG_RELID) THEN
      RAISE EXCEPTION 'a shipped protocol gets its versions from the product' USING ERRCODE = 'PW051';
    END IF;
    RETURN NEW;
  END IF;
  IF of_template.retired_at IS NOT NULL THEN
    RAISE EXCEPTION 'a retired template has no further versions' USING ERRCODE = 'PW051';
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.published_at IS NOT NULL OR NEW.note = '' THEN
      RAISE EXCEPTION 'a version is written with its note, then published' USING ERRCODE = 'PW051';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.clinic_id, NEW.id, NEW.template_id, NEW.number, NEW.note, NEW.facts, NEW.less_strict, NEW.less_strict_reason)
    IS DISTINCT FROM (OLD.clinic_id, OLD.id, OLD.template_id, OLD.number, OLD.note, OLD.facts, OLD.less_strict, OLD.less_strict_reason)
    OR NEW.published_at IS NULL OR NEW.published_by_id IS NULL
    OR NOT is_acting(NEW.clinic_id, NEW.published_by_id, ARRAY['therapist', 'surgeon', 'administrator']) THEN
    RAISE EXCEPTION 'a version is published as it was written, by who acts' USING ERRCODE = 'PW051';
  END IF;
  IF NOT EXISTS (SELECT FROM template_phase p WHERE p.clinic_id = NEW.clinic_id AND p.version_id = NEW.id) OR EXISTS (
    SELECT FROM (
      SELECT p.n, (p.facts ->> 'dayStart')::int AS day_start, (p.facts ->> 'dayEndExclusive')::int AS day_end,
        row_number() OVER w AS place, lead((p.facts ->> 'dayStart')::int) OVER w AS next_start,
        (SELECT count(*) FROM template_exercise x WHERE x.clinic_id = p.clinic_id AND x.phase_id = p.id AND x.starting) AS starting
      FROM template_phase p WHERE p.clinic_id = NEW.clinic_id AND p.version_id = NEW.id
      WINDOW w AS (ORDER BY p.n)
    ) phase
    WHERE phase.n <> phase.place OR phase.day_start IS NULL OR phase.day_end IS DISTINCT FROM phase.next_start
      OR phase.day_end <= phase.day_start OR phase.starting NOT BETWEEN 1 AND 6
  ) THEN
    RAISE EXCEPTION 'phases follow one another, each with one to six starting exercises' USING ERRCODE = 'PW051';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER moves BEFORE INSERT OR UPDATE ON template_version FOR EACH ROW EXECUTE FUNCTION template_version_moves();

CREATE FUNCTION template_version_is_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM template_version v JOIN template t ON t.clinic_id = v.clinic_id AND t.id = v.template_id AND t.origin = 'clinic'
    WHERE v.clinic_id = NEW.clinic_id AND v.id = NEW.id AND v.published_at IS NULL
  ) THEN
    RAISE EXCEPTION 'no half-written version stays' USING ERRCODE = 'PW051';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER is_published AFTER INSERT ON template_version
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION template_version_is_published();

-- The version that a program takes when this draft is signed; null: it keeps its own.
ALTER TABLE program_draft
  ADD COLUMN template_version_id uuid,
  ADD CONSTRAINT program_draft_clinic_id_template_version_id_fkey
    FOREIGN KEY (clinic_id, template_version_id) REFERENCES template_version (clinic_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;

-- An assigned program keeps its version until a signed revision takes another published one of the same template.
CREATE FUNCTION program_keeps_its_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.template_version_id = OLD.template_version_id THEN
    RETURN NEW;
  END IF;
  IF OLD.current_revision IS NULL OR NEW.current_revision IS DISTINCT FROM OLD.current_revision + 1 OR NOT EXISTS (
    SELECT FROM template_version was
    JOIN template_version now ON now.clinic_id = was.clinic_id AND now.template_id = was.template_id AND now.published_at IS NOT NULL
    JOIN template_phase p ON p.clinic_id = now.clinic_id AND p.version_id = now.id AND p.n = coalesce(NEW.current_phase, 1)
    WHERE was.clinic_id = NEW.clinic_id AND was.id = OLD.template_version_id AND now.id = NEW.template_version_id
  ) THEN
    RAISE EXCEPTION 'a program takes another version of its template only with a signed revision' USING ERRCODE = 'PW053';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keeps_its_version BEFORE UPDATE ON program FOR EACH ROW EXECUTE FUNCTION program_keeps_its_version();

-- A program is begun with what is published and not retired; copies and tests of the owner keep theirs.
CREATE FUNCTION program_begins_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM template_version v JOIN template t ON t.clinic_id = v.clinic_id AND t.id = v.template_id
    WHERE v.clinic_id = NEW.clinic_id AND v.id = NEW.template_version_id AND v.published_at IS NOT NULL AND t.retired_at IS NULL
  ) THEN
    RAISE EXCEPTION 'a program begins with a published version of a template that is not retired' USING ERRCODE = 'PW053';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER begins_published BEFORE INSERT ON program FOR EACH ROW EXECUTE FUNCTION program_begins_published();
