-- What a patient reads of their own record beyond the day's list: test results, what each revision changed, which days were done, what was marked.
-- The rows behind it stay closed to them (clinicians' notes, norms, reasons, lines that are held back). Each function tells only of the patient of
-- the transaction (`app.patient_id`) and takes no id, so that it cannot be asked about anybody else; for everybody else it is empty. The role is put
-- back before the function returns, and by the end of the transaction where it fails.

CREATE FUNCTION this_clinic() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('app.clinic_id', true), '')::uuid $$;
CREATE FUNCTION this_patient() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('app.patient_id', true), '')::uuid $$;

-- Function tests and how long one walks and sits, one result a day: without the note, the norm and who recorded it.
CREATE FUNCTION own_results() RETURNS TABLE (episode_id uuid, criterion text, value numeric, observed_on date) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  role_before text := coalesce(current_setting('app.actor_role', true), '');
BEGIN
  PERFORM set_config('app.actor_role', 'record', true);
  RETURN QUERY
    SELECT DISTINCT ON (p.episode_id, n.criterion, n.observed_on) p.episode_id, n.criterion, (n.value #>> '{}')::numeric, n.observed_on
    FROM criterion_evidence n JOIN program p ON p.clinic_id = n.clinic_id AND p.id = n.program_id
    WHERE n.clinic_id = this_clinic() AND n.patient_id = this_patient()
      AND jsonb_typeof(n.value) = 'number'
      AND (n.criterion LIKE 'functional:%' OR n.criterion IN ('walkContinuousMin', 'sitToleranceMin'))
    ORDER BY p.episode_id, n.criterion, n.observed_on, n.recorded_at DESC, n.id DESC;
  PERFORM set_config('app.actor_role', role_before, true);
END $$;

-- What revisions changed. What the revision in force says is named while its line is open. What an earlier one said is named where the patient could
-- read it then: they marked it, or it was written down as open when it was replaced. The reason of an override is the team's.
CREATE FUNCTION own_changes() RETURNS TABLE (revision_id uuid, place bigint, change jsonb) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  role_before text := coalesce(current_setting('app.actor_role', true), '');
BEGIN
  PERFORM set_config('app.actor_role', 'record', true);
  RETURN QUERY
    SELECT c.revision_id, row_number() OVER (PARTITION BY c.revision_id ORDER BY l.position, c.id), jsonb_build_object(
      'kind', c.kind, 'exercise', x.code, 'before', c.before,
      'name', coalesce(l.own_exercise #> '{facts,name}', was.own_exercise #> '{facts,name}', x.facts -> 'name'),
      'after', CASE WHEN l.id IS NULL THEN NULL ELSE jsonb_build_object('id', l.id, 'phase', l.phase, 'exercise', l.exercise_code,
        'noteToPatient', l.note_to_patient, 'overrideReason', NULL, 'templateLineId', NULL, 'dosage', jsonb_build_object(
          'sets', l.sets, 'reps', l.reps, 'holdSec', l.hold_sec, 'restSec', l.rest_sec, 'durationMin', l.duration_min, 'perDay', l.per_day,
          'perWeek', l.per_week, 'loadKg', l.load_kg, 'rpeMax', l.rpe_max, 'side', l.side)
          || CASE WHEN l.weekdays IS NULL THEN '{}' ELSE jsonb_build_object('weekdays', to_jsonb(l.weekdays)) END) END)
    FROM program_change c
    JOIN exercise x ON x.clinic_id = c.clinic_id AND x.id = c.exercise_id
    LEFT JOIN prescribed_exercise l ON l.clinic_id = c.clinic_id AND l.id = c.after_line_id
    LEFT JOIN prescribed_exercise was ON was.clinic_id = c.clinic_id AND was.id = c.before_line_id
    WHERE c.clinic_id = this_clinic() AND c.patient_id = this_patient() AND (
      c.kind = 'stopped'
      OR line_is_open(l.clinic_id, l.revision_id, l.phase, l.exercise_code, l.opens_on, l.needs_keys, l.duration_min, l.load_kg,
        l.is_loaded_lifting, l.own_exercise)
      OR (
        EXISTS (
          SELECT FROM program_revision r JOIN program p ON p.clinic_id = r.clinic_id AND p.id = r.program_id
          WHERE r.clinic_id = c.clinic_id AND r.id = c.revision_id AND r.number < p.current_revision)
        AND (
          EXISTS (SELECT FROM exercise_log g WHERE g.clinic_id = l.clinic_id AND g.prescribed_exercise_id = l.id)
          OR EXISTS (SELECT FROM program_change later WHERE later.clinic_id = l.clinic_id AND later.before_line_id = l.id))));
  PERFORM set_config('app.actor_role', role_before, true);
END $$;

-- Of each day of the open episode how much was on the list and how much of it was done, as numbers: no exercise is named, also none that is held
-- back. A line counts where the clearances that it and its phase need had begun.
CREATE FUNCTION own_exercise_days(since date, until date) RETURNS TABLE (
  on_day date, due integer, due_done integer, a_day numeric, any_done integer, is_daily boolean, is_held boolean
) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  role_before text := coalesce(current_setting('app.actor_role', true), '');
BEGIN
  PERFORM set_config('app.actor_role', 'record', true);
  RETURN QUERY
    WITH listed AS (
      SELECT d::date AS day FROM generate_series(since, until, interval '1 day') AS d
    ), running AS (
      SELECT listed.day, p.id AS program_id, p.episode_id, r.id AS revision_id, moved.to_phase AS phase
      FROM listed
      JOIN program p ON p.clinic_id = this_clinic() AND p.patient_id = this_patient() AND p.state IN ('active', 'held')
      CROSS JOIN LATERAL (
        SELECT v.id FROM program_revision v
        WHERE v.clinic_id = p.clinic_id AND v.program_id = p.id AND (v.signed_at AT TIME ZONE (SELECT time_zone FROM clinic))::date <= listed.day
        ORDER BY v.number DESC LIMIT 1) r
      CROSS JOIN LATERAL (
        SELECT c.to_phase FROM phase_change c WHERE c.clinic_id = p.clinic_id AND c.program_id = p.id AND c.on_day <= listed.day
        ORDER BY c.changed_at DESC, c.id DESC LIMIT 1) moved
    ), begun AS (
      SELECT DISTINCT running.day, key FROM running
      JOIN clearance g ON g.clinic_id = this_clinic() AND g.episode_id = running.episode_id
        AND g.state IN ('granted', 'limited', 'under-review') AND g.from_day <= running.day
      CROSS JOIN LATERAL unnest(g.opens_keys) AS key
    ), owed AS (
      SELECT running.day, l.exercise_code, l.weekdays, least(coalesce(l.per_week, 7), 7) AS a_week
      FROM running
      JOIN prescribed_exercise l ON l.clinic_id = this_clinic() AND l.revision_id = running.revision_id AND l.phase = running.phase
        AND l.opens_on <= running.day
      JOIN program_phase entered ON entered.clinic_id = l.clinic_id AND entered.revision_id = l.revision_id AND entered.n = l.phase
      WHERE l.needs_keys || entered.entry_keys <@ (
        SELECT coalesce(array_agg(begun.key), '{}') FROM begun WHERE begun.day = running.day)
    ), marked AS (
      SELECT DISTINCT ON (g.on_day, l.exercise_code, g.session) g.on_day AS day, l.exercise_code, g.outcome
      FROM exercise_log g JOIN prescribed_exercise l ON l.clinic_id = g.clinic_id AND l.id = g.prescribed_exercise_id
      WHERE g.clinic_id = this_clinic() AND g.patient_id = this_patient() AND g.on_day BETWEEN since AND until
      ORDER BY g.on_day, l.exercise_code, g.session, g.reported_at DESC, g.received_at DESC, g.id DESC
    ), done AS (
      SELECT DISTINCT marked.day, marked.exercise_code FROM marked WHERE marked.outcome IN ('done', 'too-easy')
    )
    SELECT listed.day,
      count(owed.*) FILTER (WHERE extract(isodow FROM listed.day) = ANY (owed.weekdays))::integer,
      count(done.*) FILTER (WHERE extract(isodow FROM listed.day) = ANY (owed.weekdays))::integer,
      coalesce(sum(owed.a_week) FILTER (WHERE owed.weekdays IS NULL), 0)::numeric / 7,
      (SELECT count(*)::integer FROM done AS every WHERE every.day = listed.day),
      coalesce(bool_or(owed.weekdays IS NULL AND owed.a_week = 7), false),
      EXISTS (
        SELECT FROM hold h JOIN program p ON p.clinic_id = h.clinic_id AND p.id = h.program_id AND p.state IN ('active', 'held')
        WHERE h.clinic_id = this_clinic() AND h.patient_id = this_patient() AND (h.placed_at AT TIME ZONE (SELECT time_zone FROM clinic))::date <= listed.day
          AND (h.lifted_at IS NULL OR (h.lifted_at AT TIME ZONE (SELECT time_zone FROM clinic))::date >= listed.day))
    FROM listed
    LEFT JOIN owed ON owed.day = listed.day
    LEFT JOIN done ON done.day = owed.day AND done.exercise_code = owed.exercise_code
    GROUP BY listed.day ORDER BY listed.day;
  PERFORM set_config('app.actor_role', role_before, true);
END $$;

-- What the patient marked, oldest first, with the names of exercises that they no longer read: `most` marks after one.
CREATE FUNCTION own_marks(after_at timestamptz, after_id uuid, most integer) RETURNS TABLE (
  id uuid, on_day date, session integer, outcome text, reported_at timestamptz, received_at timestamptz, exercise text, name jsonb
) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  role_before text := coalesce(current_setting('app.actor_role', true), '');
BEGIN
  PERFORM set_config('app.actor_role', 'record', true);
  RETURN QUERY
    SELECT g.id, g.on_day, g.session::integer, g.outcome, g.reported_at, g.received_at, l.exercise_code,
      coalesce(l.own_exercise #> '{facts,name}', x.facts -> 'name')
    FROM exercise_log g
    JOIN prescribed_exercise l ON l.clinic_id = g.clinic_id AND l.id = g.prescribed_exercise_id
    JOIN exercise x ON x.clinic_id = l.clinic_id AND x.id = l.exercise_id
    WHERE g.clinic_id = this_clinic() AND g.patient_id = this_patient() AND (after_at IS NULL OR (g.received_at, g.id) > (after_at, after_id))
    ORDER BY g.received_at, g.id LIMIT most;
  PERFORM set_config('app.actor_role', role_before, true);
END $$;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['own_results()', 'own_changes()', 'own_exercise_days(date, date)', 'own_marks(timestamptz, uuid, integer)'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', name);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO phasewise_app', name);
  END LOOP;
END $$;
