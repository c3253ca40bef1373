import { describe, expect, it } from "vitest";
import { Denied, Invalid, NotFound, Refused } from "@/lib/errors";
import { askQuestion } from "@/lib/records/questions/ask-question";
import { anEndedEpisode } from "@/tests/support/episode-factories";
import { aClinic, acting, aPatient, asActor, type TestPatient, type TestUser } from "@/tests/support/factories";
import { aQuestion, rowsOf } from "./given";

describe("asking whether one may do something", () => {
  it("writes the question once, tells the therapist, and is audited", async () => {
    const of = await aPatient(await aClinic());
    const idempotencyKey = crypto.randomUUID();
    const { questionId } = await aQuestion(of, { idempotencyKey });
    expect(await aQuestion(of, { idempotencyKey })).toEqual({ questionId });
    await aQuestion(of, { subjectId: null, question: "May I carry my cat?" });
    expect(await rowsOf("patient_question", of.patient.id)).toMatchObject([
      { id: questionId, state: "asked", subject_id: "swimming", question: "May I swim on Sundays?" },
      { state: "asked", subject_id: null, question: "May I carry my cat?" },
    ]);
    expect(await rowsOf("alert", of.patient.id)).toMatchObject([
      { cause: "patient-asks", owner_id: of.therapist.id, state: "open" },
    ]);
    expect(await rowsOf("audit_event", of.patient.id)).toMatchObject([
      { act: "question.ask", subject_id: questionId, actor_id: of.user.id },
      { act: "question.ask", actor_id: of.user.id },
    ]);
  });

  it("is the patient's own: refused to clinicians, and without an open episode", async () => {
    const of = await aPatient(await aClinic());
    const ask = (user: TestUser) =>
      askQuestion(asActor(user), { idempotencyKey: crypto.randomUUID(), subjectId: "swimming", question: null });
    for (const user of [of.therapist, of.surgeon]) await expect(ask(user)).rejects.toThrow(Denied);
    await anEndedEpisode(of);
    await expect(ask(of.user)).rejects.toThrow(NotFound);
    expect(await rowsOf("patient_question", of.patient.id)).toEqual([]);
    expect(await rowsOf("alert", of.patient.id)).toEqual([]);
  });

  it("names an unknown activity, a clearance key and a second question about the same; the sixth has to wait", async () => {
    const of = await aPatient(await aClinic());
    for (const subjectId of ["flying", "SWIM_POOL"]) {
      await expect(aQuestion(of, { subjectId })).rejects.toEqual(new Invalid({ subjectId: "chooseOne" }));
    }
    await aQuestion(of);
    await expect(aQuestion(of)).rejects.toEqual(new Invalid({ subjectId: "askedAlready" }));
    const asked = await Promise.allSettled(
      Array.from({ length: 8 }, (_, n) => aQuestion(of, { subjectId: null, question: `Question ${n}` })),
    );
    expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(4);
    await expect(aQuestion(of, { subjectId: "golf" })).rejects.toEqual(new Refused("questionsWait"));
    expect(await rowsOf("patient_question", of.patient.id)).toHaveLength(5);
  });
});

describe("the database", () => {
  /** A row as SQL would write it. */
  const row = (of: TestPatient, given: object = {}) => ({
    ...{ clinicId: of.clinic.id, patientId: of.patient.id, episodeId: of.episode.id },
    ...{ idempotencyKey: crypto.randomUUID(), question: "May I?", ...given },
  });
  const write = (user: TestUser, data: ReturnType<typeof row>) =>
    acting(user, (tx) => tx.patientQuestion.createMany({ data: [data] }));

  it("takes a question from its own patient only, as asked, with words or an activity", async () => {
    const of = await aPatient(await aClinic());
    const other = await aPatient(of.clinic);
    await expect(write(of.therapist, row(of))).rejects.toThrow();
    await expect(write(other.user, row(of))).rejects.toThrow();
    const answered = { state: "answered", answer: "Yes.", answeredById: of.therapist.id, answeredAt: new Date() };
    await expect(write(of.user, row(of, answered))).rejects.toThrow("PW030");
    await expect(write(of.user, row(of, { question: null }))).rejects.toThrow();
    await expect(write(of.user, row(of, { question: " " }))).rejects.toThrow();
    await expect(write(of.user, row(of, { question: "x".repeat(501) }))).rejects.toThrow();
    await write(of.user, row(of));
    expect(await acting(other.user, (tx) => tx.patientQuestion.findMany())).toEqual([]);
    expect(await acting(of.user, (tx) => tx.patientQuestion.findMany())).toHaveLength(1);
  });

  it("lets nobody but a therapist of the care team answer, once, and never changes the question", async () => {
    const of = await aPatient(await aClinic());
    const { questionId: id } = await aQuestion(of);
    const as = (user: TestUser, data: object) =>
      acting(user, (tx) => tx.patientQuestion.updateMany({ where: { id }, data }));
    const stranger = (await aPatient(of.clinic)).therapist;
    const by = (user: TestUser) => ({
      ...{ state: "answered", answer: "Yes.", answeredById: user.id, answeredAt: new Date() },
    });
    for (const user of [of.user, of.surgeon, stranger]) await expect(as(user, by(user))).rejects.toThrow();
    await expect(as(of.therapist, by(of.surgeon))).rejects.toThrow();
    await expect(as(of.therapist, { ...by(of.therapist), answer: null })).rejects.toThrow();
    await expect(as(of.therapist, { ...by(of.therapist), question: "May I run?" })).rejects.toThrow();
    await expect(as(of.therapist, { ...by(of.therapist), state: "forwarded", answer: null })).rejects.toThrow();
    expect((await as(of.therapist, by(of.therapist))).count).toBe(1);
    await expect(as(of.therapist, { answer: "No." })).rejects.toThrow();
    await expect(as(of.therapist, { state: "asked" })).rejects.toThrow();
  });
});
