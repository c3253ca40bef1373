import { expect, test } from "vitest";
import { decideClearance } from "@/lib/records/clearances/decide-clearance";
import { loadInbox, type InboxView } from "@/lib/records/clearances/load-inbox";
import { loadToday } from "@/lib/records/today/load-today";
import { aClinic, aPatient, asActor, aSurgeon, aTherapist } from "@/tests/support/factories";
import { queriesOf } from "@/tests/support/query-counter";
import { aDecision, aRequest } from "./given";

const of = (view: InboxView, signed: string[] = []) => ({ view, after: null, clearanceId: null, signed });

test("what the surgeon decided lately is their own, newest first, with the time that is left to take it back", async () => {
  const clinic = await aClinic();
  const [one, two] = [await aSurgeon(clinic), await aSurgeon(clinic)];
  const patient = await aPatient(clinic, { careTeam: [await aTherapist(clinic), one, two] });
  const [surgeon, other] = [asActor(one), asActor(two)];
  const [first, second, third] = [
    await aRequest(patient),
    await aRequest(patient, "driving"),
    await aRequest(patient, "RUNNING"),
  ];
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  await decideClearance(surgeon, await aDecision(patient, first), ago(6));
  const { decisionId } = await decideClearance(surgeon, await aDecision(patient, second), ago(1));
  await decideClearance(other, await aDecision(patient, third));

  const { items, signed } = await loadInbox(surgeon, of("decided", [decisionId]));
  expect(items.map(({ clearanceId }) => clearanceId)).toEqual([second.clearanceId, first.clearanceId]);
  expect(items.map(({ undo }) => undo?.decisionId)).toEqual([decisionId, undefined]);
  expect(items[0]?.undo?.leftMs).toBeGreaterThan(3 * 60_000);
  expect(signed).toMatchObject({ decisions: [{ decisionId, outcome: "granted", subject: { en: "Driving" } }] });
  expect(signed?.leftMs).toBeLessThanOrEqual(4 * 60_000);
  // Another sign-in of the same surgeon takes nothing back, and another surgeon signed nothing of it.
  expect((await loadInbox(asActor(one), of("decided"))).items[0]?.undo).toBeNull();
  expect((await loadInbox(other, of("waiting", [decisionId]))).signed).toBeNull();

  await loadToday(asActor(patient.user));
  const seen = await loadInbox(surgeon, of("decided", [decisionId]));
  expect([seen.items[0]?.undo, seen.signed?.leftMs]).toEqual([null, null]);
  expect(await queriesOf(() => loadInbox(surgeon, of("decided", [decisionId])))).toBe(5);
});
