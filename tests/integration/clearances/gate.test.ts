import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/dates";
import { aClinic, aPatient, type TestPatient } from "@/tests/support/factories";
import { aProgram } from "@/tests/support/program-factories";
import { aDatabase } from "@/tests/support/test-database";
import { aRequest, decided, today } from "./given";

/** The exercises that the patient reads straight from SQL, as the application's role. */
async function readable(of: TestPatient): Promise<string[]> {
  const client = await aDatabase().app.connect();
  try {
    await client.query("BEGIN");
    await client.query(
      `SELECT set_config('app.clinic_id', $1, true), set_config('app.actor_id', $2, true), set_config('app.actor_role', 'patient', true),
        set_config('app.patient_id', $3, true)`,
      [of.clinic.id, of.user.id, of.patient.id],
    );
    const { rows } = await client.query<{ exercise_code: string }>("SELECT exercise_code FROM prescribed_exercise");
    return rows.map(({ exercise_code: code }) => code);
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}

/** A patient whose current phase has a line that waits for a key of its own, all keys but that one granted. */
async function aWaitingLine() {
  const of = await aPatient(await aClinic(), { weeks: 20 });
  const { lines, phase, revision } = await aProgram(of);
  const inPhase = lines.filter((line) => line.phase === phase);
  const waiting = inPhase.find(
    ({ needsKeys, opensOn, durationMin }) => needsKeys.length === 1 && opensOn <= today(of) && durationMin,
  );
  const [key] = waiting?.needsKeys ?? [];
  if (!waiting || !key) throw new Error("no line of the phase waits for one key");
  for (const other of (await entryKeys(revision.id, phase)).filter((entry) => entry !== key)) {
    await decided(of, { ...(await aRequest(of, other)), reason: "Healing as expected." });
  }
  return { of, code: waiting.exerciseCode, key, minutes: waiting.durationMin ?? 0 };
}

/** What the signed phase asks for at its entry. */
async function entryKeys(revisionId: string, phase: number): Promise<string[]> {
  const { rows } = await aDatabase().superuser.query<{ entry_keys: string[] }>(
    "SELECT entry_keys FROM program_phase WHERE revision_id = $1 AND n = $2",
    [revisionId, phase],
  );
  return rows[0]?.entry_keys ?? [];
}

describe("the line that waits for a clearance", () => {
  it("opens for the patient by the surgeon's signature only, and closes with the grant", async () => {
    const { of, code, key } = await aWaitingLine();
    expect(await readable(of)).not.toContain(code);
    const { clearanceId } = await aRequest(of, key);
    expect(await readable(of)).not.toContain(code);
    await decided(of, { clearanceId });
    expect(await readable(of)).toContain(code);
    await decided(of, { clearanceId, version: 2, outcome: "revoked" });
    expect(await readable(of)).not.toContain(code);
  });

  it("stays closed by a grant that begins later, is denied, or has limits that the dosage exceeds", async () => {
    const { of, code, key, minutes } = await aWaitingLine();
    await decided(of, { ...(await aRequest(of, key)), outcome: "denied" });
    expect(await readable(of)).not.toContain(code);
    const later = await aRequest(of, key);
    await decided(of, { ...later, fromDay: addDays(today(of), 1) });
    expect(await readable(of)).not.toContain(code);
    await decided(of, { ...later, version: 2, outcome: "revoked" });
    const limited = await aRequest(of, key);
    await decided(of, { ...limited, outcome: "limited", maxMinutes: minutes - 1 });
    expect(await readable(of)).not.toContain(code);
    await decided(of, { ...limited, version: 2, outcome: "revoked" });
    await decided(of, { ...(await aRequest(of, key)), outcome: "limited", maxMinutes: minutes });
    expect(await readable(of)).toContain(code);
  });
});
