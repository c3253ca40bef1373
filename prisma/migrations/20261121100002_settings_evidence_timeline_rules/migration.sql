-- What the new tables must hold by themselves. Error codes, after PW013:
--   PW014 settings of a clinic   PW015 review of the defaults   PW016 signing before both reviews   PW017 timeline   PW018 evidence and history
--   PW019 second protocol        PW012 also: an illegal move between phases
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'clinic_settings', 'defaults_review', 'also_protocol', 'timeline_change', 'condition_change', 'criterion_evidence'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      $policy$CREATE POLICY of_this_clinic ON %I
        USING (clinic_id = (SELECT nullif(current_setting('app.clinic_id', true), '')::uuid))
        WITH CHECK (clinic_id = (SELECT nullif(current_setting('app.clinic_id', true), '')::uuid))$policy$, name);
    EXECUTE format(
      $policy$CREATE POLICY written_by_clinicians ON %I AS RESTRICTIVE FOR INSERT
        WITH CHECK ((SELECT current_setting('app.actor_role', true)) IS DISTINCT FROM 'patient')$policy$, name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['also_protocol', 'timeline_change', 'condition_change'] LOOP
    EXECUTE format(
      $policy$CREATE POLICY own_rows_of_a_patient ON %I AS RESTRICTIVE
        USING (
          (SELECT current_setting('app.actor_role', true)) IS DISTINCT FROM 'patient'
          OR patient_id = (SELECT nullif(current_setting('app.patient_id', true), '')::uuid)
        )$policy$, name);
  END LOOP;
END $$;

-- A patient's check-in is judged by the clinic's numbers, so these are readable; who reviewed them, and what clinicians observed, is not.
CREATE POLICY no_review_for_a_patient ON defaults_review AS RESTRICTIVE FOR SELECT
  USING ((SELECT current_setting('app.actor_role', true)) IS DISTINCT FROM 'patient');
CREATE POLICY no_evidence_for_a_patient ON criterion_evidence AS RESTRICTIVE FOR SELECT
  USING ((SELECT current_setting('app.actor_role', true)) IS DISTINCT FROM 'patient');

GRANT SELECT, INSERT ON clinic_settings, defaults_review, also_protocol, timeline_change, condition_change, criterion_evidence TO phasewise_app;
GRANT UPDATE ON also_protocol TO phasewise_app;

-- Ranges and words.
ALTER TABLE clinic_settings
  ADD CONSTRAINT numbered_from_one CHECK (number >= 1),
  ADD CONSTRAINT values_by_id CHECK (jsonb_typeof("values") = 'object'),
  ADD CONSTRAINT changed_with_reason CHECK (btrim(reason) <> ''),
  ADD CONSTRAINT crisis_phone_is_not_blank CHECK (crisis_phone IS NULL OR btrim(crisis_phone) <> '');
ALTER TABLE defaults_review
  ADD CONSTRAINT role_is_a_clinicians CHECK (role IN ('therapist', 'surgeon')),
  ADD CONSTRAINT version_is_known CHECK (settings_version >= 0),
  ADD CONSTRAINT digest_is_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$');
ALTER TABLE also_protocol
  ADD CONSTRAINT phase_from_one CHECK (phase IS NULL OR phase >= 1),
  ADD CONSTRAINT added_with_reason CHECK (btrim(reason) <> ''),
  ADD CONSTRAINT ended_with_reason CHECK (num_nonnulls(ended_at, ended_by_id, end_reason) IN (0, 3) AND (end_reason IS NULL OR btrim(end_reason) <> ''));
CREATE UNIQUE INDEX also_protocol_once ON also_protocol (clinic_id, episode_id, protocol_id) WHERE ended_at IS NULL;
ALTER TABLE timeline_change
  ADD CONSTRAINT shift_is_later_only CHECK (shift_days BETWEEN 0 AND 365),
  ADD CONSTRAINT changed_with_reason CHECK (btrim(reason) <> '');
ALTER TABLE criterion_evidence
  ADD CONSTRAINT criterion_is_known CHECK (
    criterion IN ('walkContinuousMin', 'sitToleranceMin', 'woundClosed', 'fusionEvidence') OR criterion ~ '^functional:[A-Z0-9_]+$'
    OR criterion ~ '^other:[1-9][0-9]?$'
  ),
  ADD CONSTRAINT value_fits_the_criterion CHECK (
    CASE
      WHEN criterion = 'woundClosed' OR criterion LIKE 'other:%' THEN jsonb_typeof(value) = 'boolean'
      WHEN criterion = 'fusionEvidence' THEN value IN ('"NONE_REQUIRED"', '"PROGRESSING"', '"SOLID"')
      ELSE jsonb_typeof(value) = 'number' AND value >= '0'
    END
  ),
  ADD CONSTRAINT phase_from_one CHECK (phase >= 1),
  ADD CONSTRAINT observed_already CHECK (observed_on <= (recorded_at + interval '1 day')::date);
ALTER TABLE episode ADD CONSTRAINT pathway_begins_after_the_procedure CHECK (pathway_start IS NULL OR pathway_start >= procedure_date);
ALTER TABLE alert ADD CONSTRAINT occasion_is_not_blank CHECK (occasion IS NULL OR btrim(occasion) <> '');
-- A checkpoint raises its task once, however often the daily review runs.
CREATE UNIQUE INDEX alert_once_per_occasion ON alert (clinic_id, patient_id, cause, occasion) WHERE occasion IS NOT NULL;

ALTER TABLE also_protocol
  ADD FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id),
  ADD FOREIGN KEY (clinic_id, added_by_id) REFERENCES clinic_user (clinic_id, id),
  ADD FOREIGN KEY (clinic_id, ended_by_id) REFERENCES clinic_user (clinic_id, id);
ALTER TABLE timeline_change
  ADD FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id),
  ADD FOREIGN KEY (clinic_id, changed_by_id) REFERENCES clinic_user (clinic_id, id);
ALTER TABLE condition_change
  ADD FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id),
  ADD FOREIGN KEY (clinic_id, changed_by_id) REFERENCES clinic_user (clinic_id, id);
ALTER TABLE criterion_evidence
  ADD FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id),
  ADD FOREIGN KEY (clinic_id, recorded_by_id) REFERENCES clinic_user (clinic_id, id);

-- What was set, reviewed, decided or observed never changes.
CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON clinic_settings FOR EACH ROW EXECUTE FUNCTION refuse_change('PW014');
CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON defaults_review FOR EACH ROW EXECUTE FUNCTION refuse_change('PW015');
CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON timeline_change FOR EACH ROW EXECUTE FUNCTION refuse_change('PW017');
CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON condition_change FOR EACH ROW EXECUTE FUNCTION refuse_change('PW018');
CREATE TRIGGER kept BEFORE UPDATE OR DELETE ON criterion_evidence FOR EACH ROW EXECUTE FUNCTION refuse_change('PW018');
CREATE TRIGGER all_kept BEFORE TRUNCATE ON clinic_settings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('PW014');
CREATE TRIGGER all_kept BEFORE TRUNCATE ON defaults_review FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('PW015');
CREATE TRIGGER all_kept BEFORE TRUNCATE ON criterion_evidence FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('PW018');

-- Whether the person named is the one who acts now, in one of these roles, not disabled.
CREATE FUNCTION is_acting(of_clinic uuid, person uuid, roles text[]) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM clinic_user u
    WHERE u.clinic_id = of_clinic AND u.id = person AND u.id = nullif(current_setting('app.actor_id', true), '')::uuid
      AND u.role = ANY (roles) AND u.disabled_at IS NULL
  )
$$;

-- The same, and on the patient's care team.
CREATE FUNCTION is_acting_for(of_clinic uuid, person uuid, of_patient uuid, roles text[]) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT is_acting(of_clinic, person, roles) AND EXISTS (
    SELECT FROM care_team_member m
    WHERE m.clinic_id = of_clinic AND m.user_id = person AND m.patient_id = of_patient AND m.left_at IS NULL
  )
$$;

CREATE FUNCTION settings_follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.number <> 1 + coalesce((SELECT max(number) FROM clinic_settings WHERE clinic_id = NEW.clinic_id), 0) THEN
    RAISE EXCEPTION 'versions of the settings have no gaps' USING ERRCODE = 'PW014';
  END IF;
  IF NOT is_acting(NEW.clinic_id, NEW.changed_by_id, ARRAY['therapist', 'surgeon']) THEN
    RAISE EXCEPTION 'settings are changed by a surgeon or a therapist, in their own name' USING ERRCODE = 'PW014';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER follows BEFORE INSERT ON clinic_settings FOR EACH ROW EXECUTE FUNCTION settings_follow();

CREATE FUNCTION reviewer_may_review() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT is_acting(NEW.clinic_id, NEW.signed_by_id, ARRAY[NEW.role])
    OR NEW.settings_version <> coalesce((SELECT max(number) FROM clinic_settings WHERE clinic_id = NEW.clinic_id), 0) THEN
    RAISE EXCEPTION 'a review is signed for one''s own role and for the version that stands' USING ERRCODE = 'PW015';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER may_review BEFORE INSERT ON defaults_review FOR EACH ROW EXECUTE FUNCTION reviewer_may_review();

-- A clinic of its own signs nothing before a surgeon and a therapist have reviewed the shipped numbers; the demo clinic is no clinic.
CREATE FUNCTION defaults_are_reviewed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM clinic c WHERE c.id = NEW.clinic_id AND NOT c.is_demo)
    AND (SELECT count(*) FROM defaults_review WHERE clinic_id = NEW.clinic_id) < 2 THEN
    RAISE EXCEPTION 'the defaults wait for the signatures of a surgeon and a therapist' USING ERRCODE = 'PW016';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER reviewed_first BEFORE INSERT ON program_revision FOR EACH ROW EXECUTE FUNCTION defaults_are_reviewed();

-- The timeline is the surgeon's.
CREATE FUNCTION timeline_changer_may_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT is_acting_for(NEW.clinic_id, NEW.changed_by_id, NEW.patient_id, ARRAY['surgeon']) THEN
    RAISE EXCEPTION 'the timeline is changed by a surgeon of the care team' USING ERRCODE = 'PW017';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER may_change BEFORE INSERT ON timeline_change FOR EACH ROW EXECUTE FUNCTION timeline_changer_may_change();

CREATE FUNCTION timeline_is_decided() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.shift_days <> 0 OR cardinality(NEW.factors) > 0 THEN
      RAISE EXCEPTION 'an episode begins on the content''s own timeline' USING ERRCODE = 'PW017';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.shift_days, NEW.factors) IS DISTINCT FROM (OLD.shift_days, OLD.factors) AND NOT EXISTS (
    SELECT FROM (
      SELECT t.shift_days, t.factors FROM timeline_change t
      WHERE t.clinic_id = NEW.clinic_id AND t.episode_id = NEW.id ORDER BY t.changed_at DESC, t.id DESC LIMIT 1
    ) AS latest WHERE latest.shift_days = NEW.shift_days AND latest.factors = NEW.factors
  ) THEN
    RAISE EXCEPTION 'the timeline changes only by a surgeon''s decision' USING ERRCODE = 'PW017';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER timeline_decided BEFORE INSERT OR UPDATE ON episode FOR EACH ROW EXECUTE FUNCTION timeline_is_decided();

CREATE FUNCTION recorder_may_record() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  person uuid := coalesce((to_jsonb(NEW) ->> 'recorded_by_id')::uuid, (to_jsonb(NEW) ->> 'changed_by_id')::uuid);
BEGIN
  IF NOT is_acting_for(NEW.clinic_id, person, NEW.patient_id, ARRAY['therapist', 'surgeon']) THEN
    RAISE EXCEPTION 'this is recorded by a clinician of the care team, in their own name' USING ERRCODE = 'PW018';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER may_record BEFORE INSERT ON criterion_evidence FOR EACH ROW EXECUTE FUNCTION recorder_may_record();
CREATE TRIGGER may_record BEFORE INSERT ON condition_change FOR EACH ROW EXECUTE FUNCTION recorder_may_record();

-- A second protocol is added and ended by a clinician of the care team; nothing else of it changes.
CREATE FUNCTION also_protocol_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (TG_OP = 'UPDATE' AND (
    OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL
    OR (NEW.protocol_id, NEW.template_version_id, NEW.episode_id, NEW.patient_id, NEW.anchor_on, NEW.phase, NEW.reason, NEW.added_by_id, NEW.added_at)
      IS DISTINCT FROM (OLD.protocol_id, OLD.template_version_id, OLD.episode_id, OLD.patient_id, OLD.anchor_on, OLD.phase, OLD.reason, OLD.added_by_id, OLD.added_at)
  )) THEN
    RAISE EXCEPTION 'a second protocol is only ever ended, once' USING ERRCODE = 'PW019';
  END IF;
  IF NOT is_acting_for(
    NEW.clinic_id, CASE TG_OP WHEN 'INSERT' THEN NEW.added_by_id ELSE NEW.ended_by_id END, NEW.patient_id, ARRAY['therapist', 'surgeon']
  ) THEN
    RAISE EXCEPTION 'a second protocol is added and ended by a clinician of the care team' USING ERRCODE = 'PW019';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER moves BEFORE INSERT OR UPDATE OR DELETE ON also_protocol FOR EACH ROW EXECUTE FUNCTION also_protocol_moves();

-- Phases are never skipped, a program that is held goes nowhere forward, and a therapist of the care team decides.
CREATE FUNCTION phase_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.from_phase IS NOT NULL AND (NEW.to_phase = NEW.from_phase OR NEW.to_phase > NEW.from_phase + 1 OR NEW.to_phase < 1) THEN
    RAISE EXCEPTION 'a program does not go from phase % to phase %', NEW.from_phase, NEW.to_phase USING ERRCODE = 'PW012';
  END IF;
  IF NEW.to_phase > NEW.from_phase AND EXISTS (
    SELECT FROM hold WHERE clinic_id = NEW.clinic_id AND program_id = NEW.program_id AND lifted_at IS NULL AND placed_at <= NEW.changed_at
  ) THEN
    RAISE EXCEPTION 'a program with an open hold does not advance' USING ERRCODE = 'PW012';
  END IF;
  IF NOT is_acting_for(NEW.clinic_id, NEW.changed_by_id, NEW.patient_id, ARRAY['therapist']) THEN
    RAISE EXCEPTION 'a phase is changed by a therapist of the care team' USING ERRCODE = 'PW012';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER phase_moves BEFORE INSERT ON phase_change FOR EACH ROW EXECUTE FUNCTION phase_moves();

CREATE FUNCTION phase_is_decided() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.current_phase IS NOT NULL AND NEW.current_phase IS DISTINCT FROM OLD.current_phase AND NOT EXISTS (
    SELECT FROM (
      SELECT c.from_phase, c.to_phase FROM phase_change c
      WHERE c.clinic_id = NEW.clinic_id AND c.program_id = NEW.id ORDER BY c.changed_at DESC, c.id DESC LIMIT 1
    ) AS latest WHERE latest.from_phase = OLD.current_phase AND latest.to_phase = NEW.current_phase
  ) THEN
    RAISE EXCEPTION 'a program changes its phase only by a clinician''s decision' USING ERRCODE = 'PW012';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER phase_decided BEFORE UPDATE ON program FOR EACH ROW EXECUTE FUNCTION phase_is_decided();

-- For the daily reviews, which begin before a clinic is known: ids and time zones, no health data. The owner is itself under forced row-level
-- security, so the clinics come from the sign-in directory, one after the other; what was set is put back.
CREATE FUNCTION clinics_with_time_zone() RETURNS TABLE (clinic_id uuid, time_zone text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  clinic_before text := coalesce(current_setting('app.clinic_id', true), '');
  known uuid;
BEGIN
  FOR known IN SELECT DISTINCT d.clinic_id FROM sign_in_directory d LOOP
    PERFORM set_config('app.clinic_id', known::text, true);
    RETURN QUERY SELECT c.id, c.time_zone FROM clinic c;
  END LOOP;
  PERFORM set_config('app.clinic_id', clinic_before, true);
END $$;
REVOKE ALL ON FUNCTION clinics_with_time_zone() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION clinics_with_time_zone() TO phasewise_app;

-- Template versions made before readiness was built lack the entry criteria among the facts that the rules read; their phases have them whole.
-- The version's meaning does not change, so its protection rests for this one statement.
ALTER TABLE template_version DISABLE TRIGGER published;
DO $$
DECLARE
  known uuid;
BEGIN
  FOR known IN SELECT DISTINCT d.clinic_id FROM sign_in_directory d LOOP
    PERFORM set_config('app.clinic_id', known::text, true);
    UPDATE template_version v SET facts = jsonb_set(v.facts, '{phases}', (
      SELECT jsonb_agg(
        CASE WHEN phase ? 'entryCriteria' THEN phase
          ELSE phase || jsonb_build_object('entryCriteria', (p.facts -> 'entryCriteria') - 'clearances') END ORDER BY place)
      FROM jsonb_array_elements(v.facts -> 'phases') WITH ORDINALITY AS listed (phase, place)
      JOIN template_phase p ON p.clinic_id = v.clinic_id AND p.version_id = v.id AND p.n = (phase ->> 'n')::int
    ));
  END LOOP;
  PERFORM set_config('app.clinic_id', '', true);
END $$;
ALTER TABLE template_version ENABLE TRIGGER published;
