import fc from "fast-check";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { addExercise } from "@/lib/records/library/add-exercise";
import { ownExerciseSchema } from "@/lib/schemas/own-exercise/own-exercise";
import { aClinic, aPatient, asActor, type TestPatient } from "@/tests/support/factories";
import { aGrantedClearance } from "@/tests/support/clearance-factories";
import { ownExerciseValues } from "@/tests/support/own-exercise";
import { aProgram, type TestProgram } from "@/tests/support/program-factories";
import { aDatabase } from "@/tests/support/test-database";
import { gateStates, grantedInHalves, makeState } from "./gate-states";

/**
 * The gate, spelled out for one line at a time from the tables alone. The policy asks for the phase once and for what only the line says afterwards:
 * it must let through the same lines in whatever state a program may be.
 */
const openByTheRule = `
  SELECT l.id FROM prescribed_exercise l
  JOIN program_revision r ON r.clinic_id = l.clinic_id AND r.id = l.revision_id
  JOIN program p ON p.clinic_id = r.clinic_id AND p.id = r.program_id
  JOIN program_phase ph ON ph.clinic_id = r.clinic_id AND ph.revision_id = r.id AND ph.n = l.phase
  JOIN episode e ON e.clinic_id = p.clinic_id AND e.id = p.episode_id
  JOIN clinic c ON c.id = l.clinic_id
  CROSS JOIN LATERAL (SELECT (now() AT TIME ZONE c.time_zone)::date AS day) today
  WHERE l.patient_id = $1 AND p.current_revision = r.number AND p.current_phase = l.phase AND e.ended_at IS NULL AND l.opens_on <= today.day
    AND (
      (p.state = 'active' AND NOT EXISTS (SELECT FROM hold h WHERE h.program_id = p.id AND h.lifted_at IS NULL))
      OR (p.state = 'held' AND l.exercise_code IN ('walk-short', 'ankle-pumps', 'diaphragmatic-breathing')
        AND NOT EXISTS (SELECT FROM hold h WHERE h.program_id = p.id AND h.lifted_at IS NULL AND NOT h.easy_activity_allowed)))
    AND NOT EXISTS (
      SELECT FROM (
        SELECT unnest(ph.entry_keys) AS key, NULL::integer AS minutes, NULL::numeric AS kg, false AS is_loaded
        UNION ALL SELECT unnest(l.needs_keys), l.duration_min, l.load_kg, l.is_loaded_lifting) needed
      WHERE NOT EXISTS (
        SELECT FROM clearance g
        WHERE g.episode_id = e.id AND g.state IN ('granted', 'limited') AND needed.key = ANY (g.opens_keys)
          AND today.day >= g.from_day AND today.day <= coalesce(g.until_day, today.day)
          AND (g.max_minutes IS NULL OR needed.minutes IS NULL OR needed.minutes <= g.max_minutes)
          AND (g.max_kg IS NULL OR needed.kg <= g.max_kg OR (needed.kg IS NULL AND NOT needed.is_loaded))))
    AND NOT EXISTS (
      SELECT FROM restrictions_in_force(l.clinic_id, e.id) f
      JOIN exercise x ON x.clinic_id = l.clinic_id AND x.code = l.exercise_code
      CROSS JOIN LATERAL (VALUES (x.facts), (l.own_exercise -> 'facts')) said (facts)
      WHERE said.facts IS NOT NULL AND restriction_meets(f.kind, f.region, f.limit_kg, f.limit_minutes, said.facts, l.duration_min, l.load_kg))
  ORDER BY l.id`;

const byTheFunction = `
  SELECT l.id FROM prescribed_exercise l WHERE l.patient_id = $1 AND line_is_open(l.clinic_id, l.revision_id, l.phase, l.exercise_code, l.opens_on,
    l.needs_keys, l.duration_min, l.load_kg, l.is_loaded_lifting, l.own_exercise)
  ORDER BY l.id`;

let person: TestPatient;
let other: TestPatient;
let program: TestProgram;
let client: PoolClient;
/** How many lines were open in each state that was tried. */
const open: number[] = [];

beforeAll(async () => {
  const clinic = await aClinic();
  [person, other] = [await aPatient(clinic, { weeks: 20 }), await aPatient(clinic, { weeks: 20 })];
  await addExercise(asActor(person.therapist), {
    copiedFrom: null,
    exercise: ownExerciseSchema.parse(ownExerciseValues()),
  });
  await aGrantedClearance(person, "PROGRAM_START");
  await aGrantedClearance(person, "PHASE_DYNAMIC_STABILISATION");
  program = await aProgram(person, { phase: 3 });
  await aProgram(other, { phase: 3 });
  client = await aDatabase().superuser.connect();
});
afterAll(() => {
  client.release();
});

const found = z.array(z.object({ id: z.string() }));
async function idsOf(sql: string, values: unknown[] = []): Promise<string[]> {
  const { rows } = await client.query(sql, values);
  return found.parse(rows).map(({ id }) => id);
}

const read = "SELECT id FROM prescribed_exercise ORDER BY id";

/** As the application's role, so that every policy holds. */
async function asked(
  role: string,
  { clinic, user }: TestPatient,
  patientId: string,
  sql: string,
  values: unknown[] = [],
) {
  await client.query("SET LOCAL ROLE phasewise_app");
  await client.query(
    `SELECT set_config('app.clinic_id', $1, true), set_config('app.actor_id', $2, true), set_config('app.actor_role', $3, true),
      set_config('app.patient_id', $4, true)`,
    [clinic.id, user.id, role, patientId],
  );
  const found = await idsOf(sql, values);
  await client.query("RESET ROLE");
  return found;
}

test("in every state of a program the patient reads the lines that the rule opens, one by one, and nobody else does", async () => {
  await fc.assert(
    fc.asyncProperty(gateStates, async (state) => {
      await client.query("BEGIN");
      try {
        await client.query("SET LOCAL session_replication_role = replica");
        await makeState({ client, person, program }, state);
        const expected = await idsOf(openByTheRule, [person.patient.id]);
        open.push(expected.length);
        expect(await asked("patient", person, person.patient.id, read)).toEqual(expected);
        const ofTheOther = await idsOf(openByTheRule, [other.patient.id]);
        expect(await asked("patient", other, other.patient.id, read)).toEqual(ofTheOther);
        expect(await asked("patient", person, "", read)).toEqual([]);
        expect(await asked("therapist", person, "", byTheFunction, [person.patient.id])).toEqual(expected);
      } finally {
        await client.query("ROLLBACK");
      }
    }),
    { numRuns: 150, seed: 11, examples: [[grantedInHalves]] },
  );
  // The states are worth trying: some open lines, some none, and many in between.
  expect(new Set(open).size).toBeGreaterThan(5);
  expect(open.filter((count) => count > 0).length).toBeGreaterThan(50);
});
