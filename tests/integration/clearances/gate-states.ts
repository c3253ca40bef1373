import fc from "fast-check";
import type { PoolClient } from "pg";
import type { TestPatient } from "@/tests/support/factories";
import type { TestProgram } from "@/tests/support/program-factories";

/** Its library entry may since have lost a tag with which a line was signed. */
const ownCode = "own-towel-press-on-your-back";

const key = fc.constantFrom("PROGRAM_START", "PHASE_DYNAMIC_STABILISATION", "AEROBIC_MACHINES", "RESISTED_LOADING");
const days = fc.integer({ min: -2, max: 2 });
const orNull = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
/** Seven times of eight the first: a state in which all is closed tries little. */
const mostly = <T>(usual: T, ...others: [T, ...T[]]) =>
  fc.oneof({ weight: 7, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) });
const minutes = orNull(fc.constantFrom(5, 10, 20));
const kg = orNull(fc.constantFrom(1, 2.5, 5));

/** What may decide about a line, each of it usually so that lines stay open. */
export const gateStates = fc.record({
  program: fc.record({
    state: mostly("active", "held", "draft", "stopped"),
    phase: mostly(3, 2, 4),
    revision: mostly(1, 2),
    hasEnded: mostly(false, true),
    isEntered: mostly(true, false),
  }),
  holds: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    {
      weight: 1,
      arbitrary: fc.uniqueArray(
        fc.record({
          cause: fc.constantFrom("dizziness", "excessive-fatigue", "chest-pain"),
          isLifted: fc.boolean(),
          easy: fc.boolean(),
        }),
        { maxLength: 2, selector: ({ cause }) => cause },
      ),
    },
  ),
  grants: fc.array(
    fc.record({
      keys: fc.uniqueArray(key, { minLength: 1, maxLength: 2 }),
      isLive: mostly(true, false),
      from: days,
      lasts: orNull(fc.nat(3)),
      minutes,
      kg,
    }),
    { maxLength: 3 },
  ),
  restrictions: fc.array(
    fc.record({
      limit: fc.oneof(
        fc.record({
          kind: fc.constantFrom("no-bending", "no-twisting", "no-lifting", "no-overhead"),
          region: orNull(fc.constantFrom("LUMBAR", "CERVICAL")),
        }),
        fc.record({ kind: fc.constant("lift-limit"), kg: fc.constantFrom(1, 2.5, 5) }),
        fc.record({ kind: fc.constant("sit-limit"), minutes: fc.constantFrom(5, 10) }),
      ),
      untilPhase: orNull(fc.constantFrom(3, 4)),
      isEnded: fc.boolean(),
    }),
    { maxLength: 2 },
  ),
  lines: fc.array(
    fc.record({
      line: fc.nat(30),
      opens: days,
      keys: fc.oneof(
        { weight: 9, arbitrary: fc.array(key, { maxLength: 2 }) },
        { weight: 1, arbitrary: fc.constant(null) },
      ),
      minutes,
      kg,
      isLoaded: fc.boolean(),
      isEasy: fc.boolean(),
      tag: orNull(fc.constantFrom("FLEXION", "ROTATION", "LOADED_LIFTING")),
    }),
    { maxLength: 6 },
  ),
});
type GateState = typeof gateStates extends fc.Arbitrary<infer S> ? S : never;

/** A key that was granted twice: once for long enough and once for enough weight, never for both. */
export const grantedInHalves: GateState = {
  program: { state: "active", phase: 3, revision: 1, hasEnded: false, isEntered: true },
  holds: [],
  grants: [
    { keys: ["RESISTED_LOADING"], isLive: true, from: -1, lasts: null, minutes: 20, kg: 1 },
    { keys: ["RESISTED_LOADING"], isLive: true, from: -1, lasts: null, minutes: 5, kg: 5 },
  ],
  restrictions: [],
  lines: [
    { line: 0, opens: -1, keys: ["RESISTED_LOADING"], minutes: 10, kg: 2.5, isLoaded: true, isEasy: false, tag: null },
  ],
};

/** Past every trigger, and taken back afterwards. */
export async function makeState(
  { client, person, program }: { client: PoolClient; person: TestPatient; program: TestProgram },
  { program: { state, phase, revision, hasEnded, isEntered }, holds, grants, restrictions, lines }: GateState,
) {
  const ids = [person.clinic.id, person.patient.id];
  const episode = person.episode.id;
  const each = <T>(of: readonly T[], sql: string, values: (one: T) => unknown[]) =>
    of.reduce(
      (before, one) => before.then(() => client.query(sql, values(one))).then(() => undefined),
      Promise.resolve(),
    );
  await client.query("UPDATE program SET state = $2, current_phase = $3, current_revision = $4 WHERE id = $1", [
    ...[program.id, state, phase, revision],
  ]);
  if (!isEntered) await client.query("UPDATE clearance SET state = 'revoked' WHERE episode_id = $1", [episode]);
  if (hasEnded)
    await client.query("UPDATE episode SET ended_at = now(), ended_as = 'discharged' WHERE id = $1", [episode]);
  await each(
    holds,
    `INSERT INTO hold (clinic_id, patient_id, program_id, cause, surgeon_only, easy_activity_allowed, lifted_at, lifted_by_id, lift_reason)
      VALUES ($1, $2, $3, $7, false, $4, CASE WHEN $5 THEN now() END, CASE WHEN $5 THEN $6::uuid END, CASE WHEN $5 THEN 'Better.' END)`,
    ({ cause, isLifted, easy }) => [...ids, program.id, easy, isLifted, person.therapist.id, cause],
  );
  await each(
    grants,
    `INSERT INTO clearance (clinic_id, patient_id, episode_id, subject_id, opens_keys, state, requested_by_id, from_day, until_day, max_minutes, max_kg)
      VALUES ($1, $2, $3, gen_random_uuid(), $4::text[], $5, $6, current_date + $7::int, current_date + $7::int + $8::int, $9, $10)`,
    ({ keys, isLive, from, lasts, minutes, kg }) => {
      const isLimited = isLive && (minutes !== null || kg !== null);
      const state = isLimited ? "limited" : isLive ? "granted" : "revoked";
      return [
        ...ids,
        episode,
        keys,
        state,
        person.therapist.id,
        from,
        lasts,
        isLive ? minutes : null,
        isLive ? kg : null,
      ];
    },
  );
  await each(
    restrictions,
    `INSERT INTO restriction (clinic_id, patient_id, episode_id, kind, region, limit_kg, limit_minutes, until_phase, ended_at, ordered_by_id)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, CASE WHEN $9 THEN now() END, $10)`,
    ({ limit, untilPhase, isEnded }) => {
      const {
        kind,
        region = null,
        kg: most = null,
        minutes: longest = null,
      } = limit as { kind: string; region?: string | null; kg?: number; minutes?: number };
      return [...ids, episode, kind, region, most, longest, untilPhase, isEnded, person.surgeon.id];
    },
  );
  const inPhase = program.lines.filter((line) => line.phase === phase);
  await each(
    lines,
    `UPDATE prescribed_exercise SET opens_on = current_date + $2::int, needs_keys = $3, duration_min = $4, load_kg = $5, is_loaded_lifting = $6,
      exercise_code = CASE WHEN $8::text IS NOT NULL THEN '${ownCode}' WHEN $7 THEN 'walk-short' ELSE $9 END,
      own_exercise = CASE WHEN $8 IS NOT NULL THEN jsonb_build_object(
        'texts', '{}'::jsonb, 'facts', jsonb_build_object('tags', jsonb_build_array(jsonb_build_object('tag', $8)))) END
      WHERE id = $1`,
    ({ line, opens, keys, minutes, kg, isLoaded, isEasy, tag }) => {
      const { id = null, exerciseCode = "" } = inPhase[line % Math.max(inPhase.length, 1)] ?? {};
      return [id, opens, keys, minutes, kg, isLoaded, isEasy, tag, exerciseCode];
    },
  );
}
