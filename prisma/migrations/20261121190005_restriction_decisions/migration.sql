-- Every change of a restriction is signed and kept: it is ordered, changed (the new one replaces the old one), confirmed, ended with a reason; what
-- an order said never changes.
--   PW031 order, change or end of a restriction   PW032 decision on a restriction
ALTER TABLE restriction ADD COLUMN replaces_id uuid;
ALTER TABLE restriction ADD FOREIGN KEY (clinic_id, replaces_id) REFERENCES restriction (clinic_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE UNIQUE INDEX restriction_replaced_once ON restriction (clinic_id, replaces_id) WHERE replaces_id IS NOT NULL;
CREATE UNIQUE INDEX restriction_clinic_id_id_patient_id_key ON restriction (clinic_id, id, patient_id);
ALTER TABLE restriction ADD CONSTRAINT ends_with_a_phase CHECK (until_phase IS NULL OR until_phase >= 1);

CREATE TABLE restriction_decision (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT uuidv7(),
  restriction_id uuid NOT NULL,
  patient_id uuid NOT NULL,
  act text NOT NULL,
  reason text,
  decided_by_id uuid NOT NULL,
  decided_at timestamptz(6) NOT NULL,
  signed_name text NOT NULL,
  meaning text NOT NULL,
  sha256 text NOT NULL,
  PRIMARY KEY (clinic_id, id),
  FOREIGN KEY (clinic_id, restriction_id, patient_id) REFERENCES restriction (clinic_id, id, patient_id) ON DELETE RESTRICT ON UPDATE CASCADE,
  FOREIGN KEY (clinic_id, decided_by_id) REFERENCES clinic_user (clinic_id, id),
  CONSTRAINT act_is_known CHECK (act IN ('ordered', 'changed', 'confirmed', 'ended')),
  CONSTRAINT end_has_a_reason CHECK (act <> 'ended' OR (reason IS NOT NULL AND btrim(reason) <> '')),
  CONSTRAINT digest_is_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$')
);
CREATE INDEX restriction_decision_clinic_id_restriction_id_idx ON restriction_decision (clinic_id, restriction_id);
CREATE INDEX restriction_decision_clinic_id_patient_id_decided_at_idx ON restriction_decision (clinic_id, patient_id, decided_at);
CREATE UNIQUE INDEX restriction_begins_once ON restriction_decision (clinic_id, restriction_id) WHERE act IN ('ordered', 'changed');
CREATE UNIQUE INDEX restriction_ends_once ON restriction_decision (clinic_id, restriction_id) WHERE act = 'ended';

ALTER TABLE restriction_decision ENABLE ROW LEVEL SECURITY;
ALTER TABLE restriction_decision FORCE ROW LEVEL SECURITY;
CREATE POLICY of_this_clinic ON restriction_decision
  USING (clinic_id = (SELECT nullif(current_setting('app.clinic_id', true), '')::uuid))
  WITH CHECK (clinic_id = (SELECT nullif(current_setting('app.clinic_id', true), '')::uuid));
-- A patient reads the restriction itself; why one was ended is the team's.
CREATE POLICY no_history_for_a_patient ON restriction_decision AS RESTRICTIVE FOR SELECT
  USING ((SELECT current_setting('app.actor_role', true)) IS DISTINCT FROM 'patient');
CREATE POLICY by_their_role ON restriction_decision AS RESTRICTIVE FOR INSERT
  WITH CHECK (
    (SELECT current_setting('app.actor_role', true)) = 'surgeon'
    OR ((SELECT current_setting('app.actor_role', true)) = 'therapist' AND act IN ('ordered', 'changed'))
  );
CREATE TRIGGER decided BEFORE UPDATE OR DELETE ON restriction_decision FOR EACH ROW EXECUTE FUNCTION refuse_change('PW032');
CREATE TRIGGER kept BEFORE TRUNCATE ON restriction_decision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('PW032');
CREATE TRIGGER kept BEFORE TRUNCATE ON restriction FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('PW031');
GRANT SELECT, INSERT ON restriction_decision TO phasewise_app;
REVOKE UPDATE, DELETE ON restriction_decision FROM phasewise_app;

-- Toward safety only: lib/clinical/restriction-strictness.ts.
CREATE FUNCTION is_as_strict(tightened restriction, former restriction) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT tightened.kind = former.kind
    AND (tightened.region IS NULL OR tightened.region IS NOT DISTINCT FROM former.region)
    AND (former.limit_kg IS NULL OR tightened.limit_kg <= former.limit_kg)
    AND (former.limit_minutes IS NULL OR tightened.limit_minutes <= former.limit_minutes)
    AND (
      num_nonnulls(tightened.until_date, tightened.until_phase, tightened.until_clearance) = 0
      OR coalesce(
        tightened.until_date >= former.until_date, tightened.until_phase >= former.until_phase, tightened.until_clearance = former.until_clearance, false
      )
    )
$$;

CREATE FUNCTION restriction_decider_may_decide() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  decided restriction;
  former restriction;
BEGIN
  SELECT * INTO decided FROM restriction r WHERE r.clinic_id = NEW.clinic_id AND r.id = NEW.restriction_id;
  -- One decision on an episode's restrictions after the other.
  PERFORM FROM episode e
  WHERE e.clinic_id = decided.clinic_id AND e.id = decided.episode_id AND e.patient_id = NEW.patient_id AND e.ended_at IS NULL
  FOR NO KEY UPDATE;
  IF NOT FOUND OR NOT is_acting_for(
    NEW.clinic_id, NEW.decided_by_id, NEW.patient_id,
    CASE WHEN NEW.act IN ('ordered', 'changed') THEN ARRAY['surgeon', 'therapist'] ELSE ARRAY['surgeon'] END
  ) THEN
    RAISE EXCEPTION 'this restriction is not theirs to decide' USING ERRCODE = 'PW031';
  END IF;
  IF decided.ended_at IS NOT NULL THEN
    RAISE EXCEPTION 'a restriction that has ended is decided no more' USING ERRCODE = 'PW031';
  END IF;
  IF NEW.act IN ('ordered', 'changed') THEN
    IF (decided.ordered_by_id, decided.created_at) IS DISTINCT FROM (NEW.decided_by_id, NEW.decided_at)
      OR (NEW.act = 'changed') <> (decided.replaces_id IS NOT NULL) THEN
      RAISE EXCEPTION 'a restriction is signed when it is ordered, by who orders it' USING ERRCODE = 'PW031';
    END IF;
    IF EXISTS (
      SELECT FROM restrictions_in_force(decided.clinic_id, decided.episode_id) f
      WHERE f.kind = decided.kind AND f.region IS NOT DISTINCT FROM decided.region AND f.id <> decided.id
        AND f.id IS DISTINCT FROM decided.replaces_id
    ) THEN
      RAISE EXCEPTION 'one of this kind and region is in force' USING ERRCODE = 'PW031';
    END IF;
  END IF;
  IF NEW.act = 'changed' THEN
    SELECT * INTO former FROM restriction r WHERE r.clinic_id = NEW.clinic_id AND r.id = decided.replaces_id;
    IF former.ended_at IS NOT NULL OR (former.episode_id, former.kind) IS DISTINCT FROM (decided.episode_id, decided.kind)
      OR (is_acting(NEW.clinic_id, NEW.decided_by_id, ARRAY['therapist']) AND NOT is_as_strict(decided, former)) THEN
      RAISE EXCEPTION 'a change replaces one that stands, and a therapist''s only makes it stricter' USING ERRCODE = 'PW031';
    END IF;
  END IF;
  IF NEW.act = 'confirmed' AND EXISTS (
    SELECT FROM restriction_decision d JOIN clinic_user u ON u.clinic_id = d.clinic_id AND u.id = d.decided_by_id AND u.role = 'surgeon'
    WHERE d.clinic_id = NEW.clinic_id AND d.restriction_id = NEW.restriction_id
  ) THEN
    RAISE EXCEPTION 'a surgeon has signed it already' USING ERRCODE = 'PW031';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER may_decide BEFORE INSERT ON restriction_decision FOR EACH ROW EXECUTE FUNCTION restriction_decider_may_decide();

-- What was ordered stays as it was ordered; it ends once, by a signed end or by the signed change that replaces it.
CREATE FUNCTION restriction_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- A patient's transaction is the policy's to refuse.
  IF current_setting('app.actor_role', true) = 'patient' THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' OR OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL
    OR to_jsonb(NEW) - 'ended_at' IS DISTINCT FROM to_jsonb(OLD) - 'ended_at' THEN
    RAISE EXCEPTION 'a restriction never changes in place and ends once' USING ERRCODE = 'PW031';
  END IF;
  IF NOT EXISTS (
    SELECT FROM restriction_decision d LEFT JOIN restriction next ON next.clinic_id = d.clinic_id AND next.id = d.restriction_id
    WHERE d.clinic_id = NEW.clinic_id AND d.decided_at = NEW.ended_at
      AND ((d.act = 'ended' AND d.restriction_id = NEW.id) OR (d.act = 'changed' AND next.replaces_id = NEW.id))
  ) THEN
    RAISE EXCEPTION 'a restriction ends only by a signed decision' USING ERRCODE = 'PW031';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER moves BEFORE UPDATE OR DELETE ON restriction FOR EACH ROW EXECUTE FUNCTION restriction_moves();

-- Signed in the transaction that orders it, but for those entered at admission, in the transaction that opens the episode.
CREATE FUNCTION restriction_is_signed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM restriction_decision d
    WHERE d.clinic_id = NEW.clinic_id AND d.restriction_id = NEW.id AND d.act IN ('ordered', 'changed')
  ) AND NOT EXISTS (
    SELECT FROM episode e WHERE e.clinic_id = NEW.clinic_id AND e.id = NEW.episode_id AND e.xmin = pg_current_xact_id()::xid
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
CREATE CONSTRAINT TRIGGER signed AFTER INSERT ON restriction DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION restriction_is_signed();

-- A draft that the product proposed, and why: which restrictions began it and which lines it leaves out.
ALTER TABLE program_draft ADD COLUMN proposed jsonb;
ALTER TABLE program_draft ADD CONSTRAINT proposed_for_a_reason CHECK (
  proposed IS NULL OR (jsonb_typeof(proposed -> 'restrictions') = 'array' AND jsonb_typeof(proposed -> 'leftOut') = 'array') IS TRUE
);
