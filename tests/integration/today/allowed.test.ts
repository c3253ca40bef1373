import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/dates";
import { Denied, NotFound } from "@/lib/errors";
import { answerQuestion } from "@/lib/records/questions/answer-question";
import { loadAskForm } from "@/lib/records/questions/load-ask-form";
import { loadAllowed } from "@/lib/records/today/load-allowed";
import { loadToday } from "@/lib/records/today/load-today";
import { aGrantedClearance, aRequestedClearance } from "@/tests/support/clearance-factories";
import { anEndedEpisode } from "@/tests/support/episode-factories";
import { aClinic, acting, aPatient, asActor, type TestPatient } from "@/tests/support/factories";
import { aProgram } from "@/tests/support/program-factories";
import { queriesOf } from "@/tests/support/query-counter";
import { today } from "../clearances/given";
import { aQuestion, rowsOf } from "../questions/given";
import { order } from "../restrictions/given";

async function cards(of: TestPatient, now?: Date) {
  const allowed = await loadAllowed(asActor(of.user), now);
  const ids = (entries: typeof allowed.yes) => entries.map(({ id }) => id);
  return { ...allowed, ids: { yes: ids(allowed.yes), ask: ids(allowed.ask), notYet: ids(allowed.notYet) } };
}

describe("what a patient may do now", () => {
  it("is three cards with all activities, in at most 3 queries, and audited", async () => {
    const of = await aPatient(await aClinic(), {
      restrictions: [{ kind: "no-twisting" }, { kind: "lift-limit", limitKg: 4.5 }],
    });
    await aProgram(of);
    await aGrantedClearance(of, "driving", { maxMinutes: 30 });
    await aGrantedClearance(of, "SWIM_POOL");
    await aRequestedClearance(of, "desk-work");
    const { ids, yes, ask, notYet, restrictions } = await cards(of);
    // Swimming turns the body: the key's sentence would say too much.
    expect(ids.yes).toEqual(["driving", "hydrotherapy", "immersion", "lifting"]);
    expect(yes.find(({ id }) => id === "lifting")).toMatchObject({ maxKg: 4.5, decider: of.surgeon.displayName });
    expect(notYet.find(({ id }) => id === "swimming")).toMatchObject({
      whyNot: "restriction",
      closedBy: ["no-twisting"],
    });
    expect(ask[0]).toMatchObject({ id: "desk-work", whyNot: "asked", isFirst: true });
    expect(ids.ask).toContain("walking-outdoors");
    // Week 26 in the content; no day is ever named of what an individual decision opens.
    const notBefore = new Map(notYet.map((entry) => [entry.id, entry.notBefore]));
    expect(notBefore.get("running")).toBe(addDays(of.episode.procedureDate, 182));
    expect(notBefore.get("collision-sport")).toBeNull();
    // Twisting is the restriction itself; keys that nobody asked for are not listed.
    expect(ids.yes.length + ids.ask.length + ids.notYet.length).toBe(38);
    expect(restrictions.map(({ kind }) => kind).sort()).toEqual(["lift-limit", "no-twisting"]);
    expect(await queriesOf(() => loadAllowed(asActor(of.user)))).toBeLessThanOrEqual(3);
    expect((await rowsOf("audit_event", of.patient.id)).map(({ act }) => act)).toContain("allowed.read");
  });

  it("tells what is new since the day of the last visit, and what became of questions", async () => {
    const of = await aPatient(await aClinic());
    const { questionId } = await aQuestion(of, { subjectId: "golf", question: null });
    expect(await cards(of)).toMatchObject({ news: null, questions: [{ id: questionId, state: "asked" }] });
    expect((await loadAskForm(asActor(of.user))).activities.map(({ id }) => id)).not.toContain("golf");
    await answerQuestion(asActor(of.therapist), { questionId, answer: "Not before spring." });
    await acting(
      of.user,
      (tx) =>
        tx.$executeRaw`INSERT INTO audit_event (clinic_id, at, actor_id, actor_role, act, subject_kind, patient_id, request_id)
        VALUES (${of.clinic.id}::uuid, now() - interval '2 days', ${of.user.id}::uuid, 'patient', 'allowed.read', 'episode', ${of.patient.id}::uuid, ${of.user.id}::uuid)`,
    );
    await aGrantedClearance(of, "driving");
    const { news, questions } = await cards(of);
    expect(news).toMatchObject({ since: addDays(today(of), -2), entries: [{ id: "driving", isAllowed: true }] });
    expect(questions).toMatchObject([
      { state: "answered", answer: "Not before spring.", answeredBy: of.therapist.displayName },
    ]);
  });

  it("is the patient's alone, and of an open episode", async () => {
    const of = await aPatient(await aClinic());
    for (const user of [of.therapist, of.surgeon]) {
      await expect(loadAllowed(asActor(user))).rejects.toThrow(Denied);
      await expect(loadAskForm(asActor(user))).rejects.toThrow(Denied);
    }
    await anEndedEpisode(of);
    await expect(loadAllowed(asActor(of.user))).rejects.toThrow(NotFound);
    await expect(loadAskForm(asActor(of.user))).rejects.toThrow(NotFound);
  });

  it("a restriction that came after what was signed is told on Today, one that was known is not", async () => {
    const of = await aPatient(await aClinic(), { restrictions: [{ kind: "no-twisting" }] });
    await aProgram(of);
    expect((await loadToday(asActor(of.user))).newLimit).toBeNull();
    await order(of, { kind: "no-bending" });
    expect((await loadToday(asActor(of.user))).newLimit).toMatchObject({ by: of.surgeon.displayName });
  });
});
