import { describe, expect, it } from "vitest";
import { addDays, dayIn } from "@/lib/dates";
import { loadOverview } from "@/lib/records/patients/load-overview";
import { answerQuestion } from "@/lib/records/questions/answer-question";
import { forwardQuestion } from "@/lib/records/questions/forward-question";
import type { TimelineGroup } from "@/lib/records/timeline/event";
import { aCheckIn } from "@/tests/support/check-in-factories";
import { aGrantedClearance } from "@/tests/support/clearance-factories";
import { aClinic, aPatient, asActor, type TestPatient } from "@/tests/support/factories";
import { aProgram } from "@/tests/support/program-factories";
import { aRequest, decided } from "../clearances/given";
import { report } from "../check-ins/what-is-written";
import { aQuestion } from "../questions/given";
import { order } from "../restrictions/given";
import { inThePast } from "../reviews/given";

async function happened(of: TestPatient, group: TimelineGroup | null = null, after: string | null = null) {
  const { timeline } = await loadOverview(asActor(of.therapist), of.patient.id, new Date(), { group, after });
  return timeline;
}

const today = (of: TestPatient) => dayIn(of.clinic.timeZone, new Date());

describe("what happened to a patient", () => {
  it("stands newest first: the procedure, what was signed, asked, decided, put under review, held, and what has ended", async () => {
    const of = await aPatient(await aClinic());
    const program = await aProgram(of);
    const past = await aGrantedClearance(of, "RUNNING", { untilDay: addDays(today(of), -1) });
    const { clearanceId } = await aRequest(of, "SWIM_POOL", "In the pool?");
    await decided(of, { clearanceId, outcome: "limited", maxMinutes: 10 });
    await report(of, { newRadiating: true });
    const { events, next } = await happened(of);
    expect(next).toBeNull();
    const ofKind = (kind: string) => events.filter((event) => event.kind === kind);
    expect(events.map(({ at }) => at)).toEqual(
      events
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
    expect(events.at(-1)).toMatchObject({ kind: "procedure", by: of.surgeon.printedName, technique: "TLIF" });
    expect(ofKind("revision")).toMatchObject([{ number: program.revision.number, by: of.therapist.printedName }]);
    expect(ofKind("asked")).toHaveLength(2);
    expect(ofKind("decided")).toMatchObject([
      { outcome: "limited", subject: { en: "Pool" }, maxMinutes: 10, by: of.surgeon.printedName },
      { outcome: "granted" },
    ]);
    expect(ofKind("underReview")).toMatchObject([{ by: null, subjects: [{ en: "Pool" }] }]);
    expect(ofKind("redFlag")).toMatchObject([{ level: "SAME_DAY_SURGEON" }]);
    expect(ofKind("hold")).toMatchObject([{ surgeonOnly: true, by: null }]);
    expect(ofKind("expired")).toMatchObject([{ by: null }]);
    expect(past.state).toBe("granted");
    expect((await happened(of, "checkIns")).events.map(({ kind }) => kind).toSorted()).toEqual(["hold", "redFlag"]);
    expect((await happened(of, "program")).events.map(({ kind }) => kind)).toContain("revision");
  });

  it("names what was ordered before admission as entered, and a question that joins a request that already waits", async () => {
    const of = await aPatient(await aClinic(), { restrictions: [{ kind: "lift-limit", limitKg: 4.5 }] });
    await aRequest(of, "swimming");
    const { questionId } = await aQuestion(of);
    const therapist = asActor(of.therapist);
    await forwardQuestion(therapist, { questionId, subjectId: "swimming", question: "May they swim?" });
    const other = await aQuestion(of, { subjectId: null, question: "When may I shower?" });
    await answerQuestion(therapist, { questionId: other.questionId, answer: "Today." });
    await order(of, { kind: "brace" });
    const { events } = await happened(of, "clearances");
    const by = of.therapist.printedName;
    expect(events.filter(({ kind }) => kind === "question")).toMatchObject([
      { act: "answered", subject: null, words: "Today.", by },
      { act: "asked", subject: null, words: "When may I shower?" },
      { act: "forwarded", subject: { en: "Swimming" }, words: "May I swim on Sundays?", by },
      { act: "asked", subject: { en: "Swimming" }, words: "May I swim on Sundays?" },
    ]);
    expect(events.filter(({ kind }) => kind === "restriction")).toMatchObject([
      { act: "ordered", restriction: "brace" },
      { act: "entered", restriction: "lift-limit", kg: 4.5, by: of.surgeon.printedName },
    ]);
  });

  it("goes on from the last one, losing and repeating nothing, also where many happened at once", async () => {
    const of = await aPatient(await aClinic());
    for (let daysAgo = 1; daysAgo <= 14; daysAgo += 1) await aCheckIn(of, { daysAgo });
    await inThePast("ALTER TABLE check_in DISABLE TRIGGER USER", []);
    await inThePast(
      "UPDATE check_in SET level = 'EMERGENCY', reported_at = '2026-01-02T03:04:05.123456Z' WHERE patient_id = $1",
      [of.patient.id],
    );
    await inThePast("ALTER TABLE check_in ENABLE TRIGGER USER", []);
    const first = await happened(of);
    const second = await happened(of, null, first.next);
    const ids = [...first.events, ...second.events].map(({ id }) => id);
    expect([first.events.length, second.events.length, new Set(ids).size]).toEqual([12, 3, 15]);
    expect([first.isNewest, second.isNewest, second.next]).toEqual([true, false, null]);
    for (const cursor of ["x", "", Buffer.from('["2026-99-99T00:00:00.000000Z","x"]').toString("base64url")]) {
      expect((await happened(of, null, cursor)).events).toEqual(first.events);
    }
  });

  it("keeps another patient's apart", async () => {
    const clinic = await aClinic();
    const of = await aPatient(clinic);
    const other = await aPatient(clinic, { careTeam: [of.therapist, of.surgeon] });
    await aRequest(other);
    expect((await happened(of)).events.map(({ kind }) => kind)).toEqual(["procedure"]);
  });
});
