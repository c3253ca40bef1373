-- What was signed or reported never changes, and every state moves only along its own arrows. Each refusal has its own error code, because
-- the constraint's name does not reach the application.
--   PW001 signed revision   PW002 published template   PW003 report of a patient   PW004 clearance decision   PW005 audit trail
--   PW006 revision number   PW007 clearance transition PW008 decider               PW009 hold                 PW010 alert transition
--   PW011 program transition PW012 phase change       PW013 signer
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of % is refused: these rows never change', TG_OP, TG_TABLE_NAME USING ERRCODE = TG_ARGV[0];
END $$;

CREATE TRIGGER signed BEFORE UPDATE OR DELETE ON program_revision FOR EACH ROW EXECUTE FUNCTION refuse_change('PW001');
CREATE TRIGGER signed BEFORE UPDATE OR DELETE ON program_phase FOR EACH ROW EXECUTE FUNCTION refuse_change('PW001');
CREATE TRIGGER signed BEFORE UPDATE OR DELETE ON prescribed_exercise FOR EACH ROW EXECUTE FUNCTION refuse_change('PW001');
CREATE TRIGGER reported BEFORE UPDATE OR DELETE ON check_in FOR EACH ROW EXECUTE FUNCTION refuse_change('PW003');
CREATE TRIGGER reported BEFORE UPDATE OR DELETE ON symptom_report FOR EACH ROW EXECUTE FUNCTION refuse_change('PW003');
CREATE TRIGGER reported BEFORE UPDATE OR DELETE ON exercise_log FOR EACH ROW EXECUTE FUNCTION refuse_change('PW003');
CREATE TRIGGER decided BEFORE UPDATE OR DELETE ON clearance_decision FOR EACH ROW EXECUTE FUNCTION refuse_change('PW004');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit_event FOR EACH ROW EXECUTE FUNCTION refuse_change('PW005');
CREATE TRIGGER moved BEFORE UPDATE OR DELETE ON phase_change FOR EACH ROW EXECUTE FUNCTION refuse_change('PW012');

-- TRUNCATE passes row triggers.
CREATE TRIGGER kept BEFORE TRUNCATE ON program_revision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('PW001');
CREATE TRIGGER kept BEFORE TRUNCATE ON program_phase FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('PW001');
CREATE TRIGGER kept BEFORE TRUNCATE ON prescribed_exercise FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('PW001');
CREATE TRIGGER kept BEFORE TRUNCATE ON check_in FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('PW003');
CREATE TRIGGER kept BEFORE TRUNCATE ON clearance_decision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('PW004');
CREATE TRIGGER kept BEFORE TRUNCATE ON audit_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('PW005');

-- A published template version, its phases and exercises.
CREATE FUNCTION refuse_published_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.published_at IS NOT NULL THEN
    RAISE EXCEPTION 'a published template version never changes' USING ERRCODE = 'PW002';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER published BEFORE UPDATE OR DELETE ON template_version FOR EACH ROW EXECUTE FUNCTION refuse_published_version();

CREATE FUNCTION refuse_published_part() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  part record;
  version_of_part uuid;
BEGIN
  -- Both sides of an UPDATE: a part moves neither into a published version nor out of one.
  FOR part IN SELECT * FROM (
    SELECT (to_jsonb(OLD) ->> 'clinic_id')::uuid, (to_jsonb(OLD) ->> 'version_id')::uuid, (to_jsonb(OLD) ->> 'phase_id')::uuid WHERE TG_OP <> 'INSERT'
    UNION ALL
    SELECT (to_jsonb(NEW) ->> 'clinic_id')::uuid, (to_jsonb(NEW) ->> 'version_id')::uuid, (to_jsonb(NEW) ->> 'phase_id')::uuid WHERE TG_OP <> 'DELETE'
  ) AS sides (clinic_id, version_id, phase_id) LOOP
    version_of_part := coalesce(
      part.version_id, (SELECT p.version_id FROM template_phase p WHERE p.clinic_id = part.clinic_id AND p.id = part.phase_id)
    );
    IF EXISTS (
      SELECT FROM template_version v WHERE v.clinic_id = part.clinic_id AND v.id = version_of_part AND v.published_at IS NOT NULL
    ) THEN
      RAISE EXCEPTION 'a published template version takes no change of its phases or exercises' USING ERRCODE = 'PW002';
    END IF;
  END LOOP;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER published BEFORE INSERT OR UPDATE OR DELETE ON template_phase FOR EACH ROW EXECUTE FUNCTION refuse_published_part();
CREATE TRIGGER published BEFORE INSERT OR UPDATE OR DELETE ON template_exercise FOR EACH ROW EXECUTE FUNCTION refuse_published_part();

CREATE FUNCTION number_without_gap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.number <> 1 + coalesce(
    (SELECT max(number) FROM program_revision WHERE clinic_id = NEW.clinic_id AND program_id = NEW.program_id), 0
  ) THEN
    RAISE EXCEPTION 'revision numbers have no gaps' USING ERRCODE = 'PW006';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER numbered BEFORE INSERT ON program_revision FOR EACH ROW EXECUTE FUNCTION number_without_gap();

CREATE FUNCTION program_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (
    ('draft', 'active'), ('draft', 'stopped'), ('active', 'held'), ('held', 'active'),
    ('active', 'completed'), ('active', 'stopped'), ('held', 'completed'), ('held', 'stopped')
  ) THEN
    RAISE EXCEPTION 'a program does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'PW011';
  END IF;
  IF NEW.state = 'active' AND EXISTS (
    SELECT FROM hold WHERE clinic_id = NEW.clinic_id AND program_id = NEW.id AND lifted_at IS NULL
  ) THEN
    RAISE EXCEPTION 'a program with an open hold is not active' USING ERRCODE = 'PW011';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER moves BEFORE UPDATE ON program FOR EACH ROW EXECUTE FUNCTION program_moves();

-- A hold is lifted once, by a clinician of the patient's care team; a suspension by a surgeon of it.
CREATE FUNCTION hold_is_lifted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.lifted_at IS NOT NULL
    OR (NEW.cause, NEW.placed_at, NEW.program_id, NEW.patient_id, NEW.surgeon_only)
      IS DISTINCT FROM (OLD.cause, OLD.placed_at, OLD.program_id, OLD.patient_id, OLD.surgeon_only)
    OR (NEW.easy_activity_allowed AND NOT OLD.easy_activity_allowed) THEN
    RAISE EXCEPTION 'a hold only ever gets stricter, until it is lifted, once' USING ERRCODE = 'PW009';
  END IF;
  IF NEW.lifted_at IS NOT NULL AND NOT EXISTS (
    SELECT FROM clinic_user u
    JOIN care_team_member m ON m.clinic_id = u.clinic_id AND m.user_id = u.id AND m.patient_id = NEW.patient_id AND m.left_at IS NULL
    WHERE u.clinic_id = NEW.clinic_id AND u.id = NEW.lifted_by_id AND u.disabled_at IS NULL
      AND u.id = nullif(current_setting('app.actor_id', true), '')::uuid
      AND u.role = ANY (CASE WHEN NEW.surgeon_only THEN ARRAY['surgeon'] ELSE ARRAY['surgeon', 'therapist'] END)
  ) THEN
    RAISE EXCEPTION 'this hold is not theirs to lift' USING ERRCODE = 'PW009';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER lifted BEFORE UPDATE OR DELETE ON hold FOR EACH ROW EXECUTE FUNCTION hold_is_lifted();

-- A revision is signed by the therapist who acts now, on the care team.
CREATE FUNCTION signer_may_sign() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.signed_by_id IS DISTINCT FROM nullif(current_setting('app.actor_id', true), '')::uuid OR NOT EXISTS (
    SELECT FROM clinic_user u
    JOIN care_team_member m ON m.clinic_id = u.clinic_id AND m.user_id = u.id AND m.patient_id = NEW.patient_id AND m.left_at IS NULL
    WHERE u.clinic_id = NEW.clinic_id AND u.id = NEW.signed_by_id AND u.role = 'therapist' AND u.disabled_at IS NULL
  ) THEN
    RAISE EXCEPTION 'this revision is not theirs to sign' USING ERRCODE = 'PW013';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER may_sign BEFORE INSERT ON program_revision FOR EACH ROW EXECUTE FUNCTION signer_may_sign();

-- Only the role that the content names, on the care team, acting now, decides a clearance.
CREATE FUNCTION decider_may_decide() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.decided_by_id IS DISTINCT FROM nullif(current_setting('app.actor_id', true), '')::uuid OR NOT EXISTS (
    SELECT FROM clearance c
    JOIN clearance_subject s ON s.clinic_id = c.clinic_id AND s.id = c.subject_id
    JOIN clinic_user u ON u.clinic_id = c.clinic_id AND u.id = NEW.decided_by_id AND u.role = s.decided_by AND u.disabled_at IS NULL
    JOIN care_team_member m ON m.clinic_id = c.clinic_id AND m.user_id = u.id AND m.patient_id = c.patient_id AND m.left_at IS NULL
    WHERE c.clinic_id = NEW.clinic_id AND c.id = NEW.clearance_id
  ) THEN
    RAISE EXCEPTION 'this clearance is not theirs to decide' USING ERRCODE = 'PW008';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER may_decide BEFORE INSERT ON clearance_decision FOR EACH ROW EXECUTE FUNCTION decider_may_decide();

CREATE FUNCTION clearance_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'requested' THEN
      RAISE EXCEPTION 'a clearance begins as requested' USING ERRCODE = 'PW007';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.subject_id <> OLD.subject_id OR NEW.episode_id <> OLD.episode_id THEN
    RAISE EXCEPTION 'a clearance keeps its subject' USING ERRCODE = 'PW007';
  END IF;
  IF NEW.state = OLD.state THEN
    IF OLD.state IN ('granted', 'limited') AND (NEW.from_day, NEW.until_day, NEW.max_minutes, NEW.max_kg, NEW.words_for_patient)
      IS DISTINCT FROM (OLD.from_day, OLD.until_day, OLD.max_minutes, OLD.max_kg, OLD.words_for_patient) THEN
      RAISE EXCEPTION 'the terms of a grant change only by a new decision' USING ERRCODE = 'PW007';
    END IF;
    RETURN NEW;
  END IF;
  IF (OLD.state, NEW.state) NOT IN (
    ('requested', 'granted'), ('requested', 'limited'), ('requested', 'denied'), ('requested', 'returned'), ('returned', 'requested'),
    ('granted', 'under-review'), ('limited', 'under-review'), ('granted', 'revoked'), ('limited', 'revoked'),
    ('granted', 'expired'), ('limited', 'expired'), ('under-review', 'granted'), ('under-review', 'limited'), ('under-review', 'revoked')
  ) THEN
    RAISE EXCEPTION 'a clearance does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'PW007';
  END IF;
  IF NEW.state IN ('granted', 'limited', 'denied', 'returned', 'revoked') THEN
    -- Who decided stands on the clearance too, for the patient, who does not read the decision with its evidence.
    SELECT d.decided_by_id INTO NEW.decided_by_id FROM clearance_decision d
    WHERE d.clinic_id = NEW.clinic_id AND d.clearance_id = NEW.id AND d.outcome = NEW.state AND d.decided_at = NEW.decided_at;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'a clearance changes only by a signed decision' USING ERRCODE = 'PW007';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER moves BEFORE INSERT OR UPDATE ON clearance FOR EACH ROW EXECUTE FUNCTION clearance_moves();

CREATE FUNCTION alert_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (('open', 'acknowledged'), ('open', 'resolved'), ('acknowledged', 'resolved')) THEN
    RAISE EXCEPTION 'an alert does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'PW010';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER moves BEFORE UPDATE ON alert FOR EACH ROW EXECUTE FUNCTION alert_moves();
