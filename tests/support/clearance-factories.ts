import { dateOf, dayIn, type Day } from "@/lib/dates";
import type { DecisionContent } from "@/lib/records/clearances/decision-digest";
import { gatherEvidence } from "@/lib/records/clearances/gather-evidence";
import { sign } from "@/lib/records/signature";
import { acting, asActor, type TestPatient, type TestUser } from "./factories";

export type TestClearance = {
  id: string;
  /** A clearance key or an activity. */
  subjectId: string;
  state: "requested" | "granted" | "limited";
  version: number;
};

/** A question of the patient's therapist that waits for a decision. */
export async function aRequestedClearance(
  { clinic, patient, episode, therapist }: TestPatient,
  subjectId: string,
  given: { question?: string; requestedBy?: TestUser; requestedAt?: Date } = {},
): Promise<TestClearance> {
  const { question = "May this begin?", requestedBy = therapist, requestedAt = new Date() } = given;
  const id = crypto.randomUUID();
  await acting(requestedBy, (tx) =>
    tx.clearance.createMany({
      data: {
        ...{ clinicId: clinic.id, id, patientId: patient.id, episodeId: episode.id, subjectId, question, requestedAt },
        requestedById: requestedBy.id,
      },
    }),
  );
  return { id, subjectId, state: "requested", version: 1 };
}

/** A grant in force from the day of the procedure on, signed by who decides on the subject; with a limit it is a limited one. */
export async function aGrantedClearance(
  patient: TestPatient,
  subjectId: string,
  given: {
    fromDay?: Day;
    untilDay?: Day;
    maxMinutes?: number;
    maxKg?: number;
    wordsForPatient?: string;
    decidedBy?: TestUser;
    decidedAt?: Date;
  } = {},
): Promise<TestClearance> {
  const { clinic, episode, surgeon, therapist } = patient;
  const decider = given.decidedBy ?? (subjectId === "PT_SUPERVISED_START" ? therapist : surgeon);
  const now = given.decidedAt ?? new Date();
  const requested = await aRequestedClearance(patient, subjectId, { requestedAt: now });
  const { fromDay = episode.procedureDate, untilDay = null, wordsForPatient = null } = given;
  const limits = { maxMinutes: given.maxMinutes ?? null, maxKg: given.maxKg ?? null };
  const outcome = limits.maxMinutes === null && limits.maxKg === null ? "granted" : "limited";
  const terms = { fromDay, untilDay, ...limits, wordsForPatient, reviewOn: null };
  await acting(decider, async (tx) => {
    const clinicId = clinic.id;
    const evidence = await gatherEvidence(tx, clinicId, requested.id, dayIn(clinic.timeZone, now));
    const subject = { clearanceId: requested.id, patientId: patient.patient.id, episodeId: episode.id, subjectId };
    const content: DecisionContent = { ...subject, outcome, terms, reason: null, evidence };
    const { printedName, meaning, sha256 } = sign(asActor(decider), `cleared for ${subjectId}`, content, now);
    await tx.clearanceDecision.createMany({
      data: {
        ...{ clinicId, clearanceId: requested.id, patientId: patient.patient.id, outcome, evidence, terms },
        ...{ decidedById: decider.id, decidedAt: now, signedName: printedName, meaning, sha256 },
      },
    });
    await tx.clearance.updateMany({
      where: { clinicId, id: requested.id },
      data: {
        ...{ state: outcome, decidedAt: now, ...limits, wordsForPatient, version: 2 },
        fromDay: dateOf(fromDay),
        untilDay: untilDay === null ? null : dateOf(untilDay),
      },
    });
  });
  return { ...requested, state: outcome, version: 2 };
}
