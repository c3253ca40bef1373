import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { isInTimeToCorrect } from "@/lib/clinical/correction";
import type { Stage, TriageContext } from "@/lib/clinical/triage-content";
import { dayIn, type Day } from "@/lib/dates";
import { inClinic } from "@/lib/db/in-clinic";
import { recordAct } from "@/lib/records/audit/record-act";
import { loadSettings } from "@/lib/records/settings/current-settings";
import { asksAboutMood, clinicTriage } from "./clinic-triage";
import { triageContextOf } from "@/lib/check-in/context";
import { formSteps, type FormQuestion } from "@/lib/check-in/form-steps";
import { loadOwnEpisode } from "./own-episode";
import { ownPatientId } from "./own-patient";
import { inputsByChoice } from "@/lib/check-in/read-answers";

/** How many screens a form has, and the names of what was answered on them. */
export type BegunForm = { screens: number; answered: readonly string[] };
/** The check-in that the form corrects: whether it is in time, and whether it stopped the exercises. */
export type FormCorrection = { checkInId: string; mayCorrect: boolean; isHeld: boolean };
export type CheckInForm = { steps: FormQuestion[][]; context: TriageContext; day: Day };

/**
 * What the check-in asks this person at this stage today, screen by screen.
 * @param begun a form that somebody fills in already: it ends as it began, though the clinic has switched on or off meanwhile what it asks by
 *   its own choice. An answer given stays; a screen that was never shown is not waited for.
 * @throws {NotFound} when no episode is open
 */
export async function loadCheckInForm(
  actor: Actor,
  stage: Stage,
  now: Date = new Date(),
  begun?: BegunForm,
): Promise<CheckInForm> {
  requirePermission(actor, "own.report");
  return inClinic(actor, async (tx) => {
    const episode = await loadOwnEpisode(tx, actor);
    const settings = await loadSettings(tx, actor.clinicId);
    const day = dayIn(actor.clinic.timeZone, now);
    const context = triageContextOf(episode, day);
    await recordAct(tx, actor, "today.read", { kind: "episode", id: episode.id, patientId: episode.patientId });
    const content = clinicTriage(actor.clinicId, settings);
    const isAnswered = inputsByChoice(stage, content).some(({ key }) => begun?.answered.includes(key));
    const steps = formSteps(stage, context, content, asksAboutMood(settings) || isAnswered);
    return { steps: steps.slice(0, begun?.screens), context, day };
  });
}

/**
 * What a form that corrects an earlier check-in has to say about it, by its id or by the key that a phone gave it.
 * @returns null where it is not one of the patient's own, or not here yet: then the form says nothing about it, and the verb decides
 */
export async function loadCorrection(
  actor: Actor,
  checkInId: string,
  now: Date = new Date(),
): Promise<FormCorrection | null> {
  requirePermission(actor, "own.report");
  const { clinicId } = actor;
  const patientId = ownPatientId(actor);
  return inClinic(actor, async (tx) => {
    const row = await tx.checkIn.findFirst({
      where: { clinicId, patientId, OR: [{ id: checkInId }, { idempotencyKey: checkInId }] },
      select: { id: true, reportedAt: true, level: true, correctedBy: { select: { id: true } } },
    });
    if (!row) return null;
    await recordAct(tx, actor, "check-in.read", { kind: "check-in", id: row.id, patientId });
    const isInTime = isInTimeToCorrect(row.reportedAt.getTime(), now.getTime());
    return {
      checkInId: row.id,
      mayCorrect: isInTime && row.correctedBy.length === 0,
      isHeld: row.level !== "NORMAL_SORENESS" && row.level !== "REDUCE_DOSE",
    };
  });
}
