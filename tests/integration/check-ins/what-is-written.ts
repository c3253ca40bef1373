import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Stage } from "@/lib/clinical/triage-content";
import { reportCheckIn } from "@/lib/records/check-ins/report-check-in";
import { checkInSchema } from "@/lib/schemas/check-in";
import { asActor, type TestPatient } from "@/tests/support/factories";
import { aDatabase } from "@/tests/support/test-database";
import { quietAnswers } from "./quiet-answers";

/** A check-in of this person, all quiet but for the given answers. */
export function report(person: TestPatient, given: object = {}, stage: Stage = "full") {
  const answers = { ...quietAnswers, ...given };
  return reportCheckIn(asActor(person.user), checkInSchema.parse({ idempotencyKey: randomUUID(), stage, answers }));
}

/** How many rows a report left behind, seen past every policy. */
export async function written({ patient: { id } }: TestPatient) {
  const counts = await onlyRow(
    `SELECT (SELECT count(*)::int FROM check_in WHERE patient_id = $1) AS "checkIns",
      (SELECT count(*)::int FROM audit_event WHERE patient_id = $1 AND act = 'check-in.report') AS audits,
      (SELECT count(*)::int FROM alert WHERE patient_id = $1) AS alerts,
      (SELECT count(*)::int FROM hold WHERE patient_id = $1) AS holds`,
    id,
  );
  return z.object({ checkIns: z.int(), audits: z.int(), alerts: z.int(), holds: z.int() }).parse(counts);
}

/** The first row of a query with one parameter, seen past every policy. */
export async function onlyRow(sql: string, id: string): Promise<Record<string, unknown>> {
  const { rows } = await aDatabase().superuser.query<Record<string, unknown>>(sql, [id]);
  const [row] = rows;
  if (!row) throw new Error("the query found no row");
  return row;
}

/** Minutes from an instant to a column's. */
export function minutesUntil(column: unknown, from: number): number {
  return (z.date().parse(column).getTime() - from) / 60_000;
}
