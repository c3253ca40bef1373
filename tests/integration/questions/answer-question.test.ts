import { describe, expect, it } from "vitest";
import { Conflict, Denied, Invalid, NotFound } from "@/lib/errors";
import { answerQuestion } from "@/lib/records/questions/answer-question";
import { forwardQuestion } from "@/lib/records/questions/forward-question";
import { aGrantedClearance, aRequestedClearance } from "@/tests/support/clearance-factories";
import { anEndedEpisode } from "@/tests/support/episode-factories";
import {
  aClinic,
  acting,
  aPatient,
  asActor,
  aTherapist,
  type TestPatient,
  type TestUser,
} from "@/tests/support/factories";
import { aQuestion, rowsOf } from "./given";

const answer = "Not yet. Walk in the pool first.";
const answerBy = (user: TestUser, questionId: string) => answerQuestion(asActor(user), { questionId, answer });
const forwardBy = (user: TestUser, questionId: string, subjectId = "swimming") =>
  forwardQuestion(asActor(user), { questionId, subjectId, question: "May they swim?" });

/** The same treatment once more, after the first episode ended. */
async function anotherEpisode(of: TestPatient): Promise<string> {
  const id = crypto.randomUUID();
  await acting(of.therapist, async (tx) => {
    const ended = await tx.episode.findFirstOrThrow({ where: { id: of.episode.id } });
    await tx.episode.createMany({ data: { ...ended, id, endedAt: null, endedAs: null } });
  });
  return id;
}

/** What was done to the question, not who asked it. */
async function acts(of: TestPatient) {
  const rows = await rowsOf("audit_event", of.patient.id);
  return rows.map(({ act }) => act).filter((act) => act !== "question.ask");
}

describe("answering a patient's question", () => {
  it("writes the words, with the last one the alert goes, and is audited", async () => {
    const of = await aPatient(await aClinic());
    const { questionId } = await aQuestion(of);
    const other = await aQuestion(of, { subjectId: "golf", question: null });
    await answerBy(of.therapist, questionId);
    expect(await rowsOf("alert", of.patient.id)).toMatchObject([{ state: "open" }]);
    await answerBy(of.therapist, other.questionId);
    expect(await rowsOf("alert", of.patient.id)).toMatchObject([
      { state: "resolved", resolved_by_id: of.therapist.id, resolution: "All questions answered." },
    ]);
    expect(await rowsOf("patient_question", of.patient.id)).toMatchObject([
      { id: questionId, state: "answered", answer, answered_by_id: of.therapist.id, clearance_id: null },
      { state: "answered" },
    ]);
    expect(await acts(of)).toEqual(["question.answer", "question.answer", "alert.resolve"]);
  });

  it("is told of again after the therapist took the alert on; the last answer resolves both", async () => {
    const of = await aPatient(await aClinic());
    const { questionId } = await aQuestion(of);
    await acting(of.therapist, (tx) =>
      tx.alert.updateMany({
        where: { patientId: of.patient.id },
        data: { state: "acknowledged", acknowledgedById: of.therapist.id, acknowledgedAt: new Date() },
      }),
    );
    const other = await aQuestion(of, { subjectId: "golf" });
    await aQuestion(of, { subjectId: null, question: "May I dance?" });
    expect(await rowsOf("alert", of.patient.id)).toMatchObject([{ state: "acknowledged" }, { state: "open" }]);
    const [, , dance] = await rowsOf("patient_question", of.patient.id);
    for (const id of [questionId, other.questionId, String(dance?.["id"])]) await answerBy(of.therapist, id);
    expect(await rowsOf("alert", of.patient.id)).toMatchObject([{ state: "resolved" }, { state: "resolved" }]);
  });

  it("is over with its episode: nobody answers it, and the next one is free to ask", async () => {
    const of = await aPatient(await aClinic());
    const { questionId: id } = await aQuestion(of);
    await anEndedEpisode(of);
    for (const answered of [answerBy, forwardBy]) await expect(answered(of.therapist, id)).rejects.toThrow(NotFound);
    const past = { state: "answered", answer, answeredById: of.therapist.id, answeredAt: new Date() };
    const written = acting(of.therapist, (tx) => tx.patientQuestion.updateMany({ where: { id }, data: past }));
    await expect(written).rejects.toThrow("PW030");
    const next = await anotherEpisode(of);
    await aQuestion(of);
    const rows = await rowsOf("patient_question", of.patient.id);
    expect(rows).toMatchObject([
      { id, state: "asked" },
      { state: "asked", episode_id: next },
    ]);
    await answerBy(of.therapist, String(rows[1]?.["id"]));
    expect(await rowsOf("alert", of.patient.id)).toMatchObject([{ state: "resolved" }, { state: "resolved" }]);
  });

  it.each([
    ["in words", answerBy],
    ["by forwarding it", forwardBy],
  ])(
    "%s: other teams and clinics do not know it, surgeons and patients may not, nothing is written",
    async (_, act) => {
      const of = await aPatient(await aClinic());
      const { questionId } = await aQuestion(of);
      for (const user of [await aTherapist(of.clinic), await aTherapist(await aClinic())]) {
        await expect(act(user, questionId)).rejects.toThrow(NotFound);
      }
      for (const user of [of.surgeon, of.user]) await expect(act(user, questionId)).rejects.toThrow(Denied);
      expect(await rowsOf("patient_question", of.patient.id)).toMatchObject([{ state: "asked" }]);
      expect(await rowsOf("clearance", of.patient.id)).toEqual([]);
      expect(await acts(of)).toEqual([]);
    },
  );

  it("is done once, whoever was faster", async () => {
    const of = await aPatient(await aClinic());
    const { questionId } = await aQuestion(of);
    const race = await Promise.allSettled([
      answerBy(of.therapist, questionId),
      forwardBy(of.therapist, questionId),
      answerBy(of.therapist, questionId),
    ]);
    expect(race.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const lost of race) if (lost.status === "rejected") expect(lost.reason).toBeInstanceOf(Conflict);
    await expect(answerBy(of.therapist, questionId)).rejects.toThrow(Conflict);
  });
});

describe("forwarding a patient's question", () => {
  it("asks whoever decides, in the therapist's words, and says where the answer will stand", async () => {
    const of = await aPatient(await aClinic());
    const { questionId } = await aQuestion(of);
    const { clearanceId, isMineToDecide } = await forwardBy(of.therapist, questionId);
    expect(isMineToDecide).toBe(false);
    expect(await rowsOf("clearance", of.patient.id)).toMatchObject([
      { id: clearanceId, state: "requested", subject_id: "swimming", question: "May they swim?" },
    ]);
    expect(await rowsOf("patient_question", of.patient.id)).toMatchObject([
      { state: "forwarded", clearance_id: clearanceId, answered_by_id: of.therapist.id, answer: null },
    ]);
    expect(await rowsOf("alert", of.patient.id)).toMatchObject([{ cause: "patient-asks", state: "resolved" }]);
    expect(await acts(of)).toEqual(["clearance.request", "question.forward", "alert.resolve"]);
  });

  it("joins a request that waits, and is no question where a grant stands", async () => {
    const of = await aPatient(await aClinic());
    const { id } = await aRequestedClearance(of, "swimming");
    await aGrantedClearance(of, "golf");
    const { questionId } = await aQuestion(of);
    expect(await forwardBy(of.therapist, questionId)).toMatchObject({ clearanceId: id });
    const golf = await aQuestion(of, { subjectId: "golf" });
    await expect(forwardBy(of.therapist, golf.questionId, "golf")).rejects.toMatchObject({
      current: { state: "granted" },
    });
    expect(await rowsOf("patient_question", of.patient.id)).toMatchObject([{ state: "forwarded" }, { state: "asked" }]);
  });

  it("tells the therapist what is theirs to decide, and names an unknown subject", async () => {
    const of = await aPatient(await aClinic());
    const { questionId } = await aQuestion(of, { subjectId: null, question: "May I walk to the shop?" });
    await expect(forwardBy(of.therapist, questionId, "flying")).rejects.toEqual(
      new Invalid({ subjectId: "chooseOne" }),
    );
    expect(await forwardBy(of.therapist, questionId, "walking-outdoors")).toMatchObject({ isMineToDecide: true });
  });
});
