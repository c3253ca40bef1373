import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { z } from "zod";
import { isInTimeToCorrect } from "@/lib/clinical/correction";
import { type Stage, type TriageContext, triageLevels } from "@/lib/clinical/triage-content";
import { dayIn, type Day } from "@/lib/dates";
import { inClinic, type Tx } from "@/lib/db/in-clinic";
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
/** The check-in that a form corrects: why it can no longer be, and whether it stopped the exercises. */
export type FormCorrection = { checkInId: string; refusal: "tooLate" | "corrected" | null; isHeld: boolean };
export type CheckInForm = {
  steps: FormQuestion[][];
  context: TriageContext;
  day: Day;
  /** The clinic's line for somebody in despair; null where it asks nobody. */
  crisisPhone: string | null;
  /** Null of a form that corrects nothing, or nothing that is here yet: then the verb decides. */
  correction: FormCorrection | null;
};
type FormGiven = {
  /** A form that somebody fills in already: it ends as it began, though the clinic has switched on or off meanwhile what it asks by its own choice, or
   * the episode has ended. An answer given stays; a screen that was never shown is not waited for. */
  begun?: BegunForm;
  /** The check-in that it corrects, by its id or by the key that a phone gave it. */
  corrects?: string | undefined;
  now?: Date;
};

/**
 * What the check-in asks this person at this stage today, screen by screen, and what there is to say of the one that it corrects.
 * @throws {NotFound} when no episode is open
 */
export async function loadCheckInForm(
  actor: Actor,
  stage: Stage,
  { begun, corrects, now = new Date() }: FormGiven = {},
): Promise<CheckInForm> {
  requirePermission(actor, "own.report");
  return inClinic(actor, async (tx) => {
    const episode = await loadOwnEpisode(tx, actor, { orEnded: begun !== undefined });
    const settings = await loadSettings(tx, actor.clinicId);
    const day = dayIn(actor.clinic.timeZone, now);
    const context = triageContextOf(episode, day);
    const { id, patientId } = episode;
    const correction = corrects === undefined ? null : await findCorrection(tx, actor, corrects, now);
    await (correction === null
      ? recordAct(tx, actor, "today.read", { kind: "episode", id, patientId })
      : recordAct(tx, actor, "check-in.read", { kind: "check-in", id: correction.checkInId, patientId }));
    const content = clinicTriage(actor.clinicId, settings);
    const isAnswered = inputsByChoice(stage, content).some(({ key }) => begun?.answered.includes(key));
    const steps = formSteps(stage, context, content, asksAboutMood(settings) || isAnswered);
    return { steps: steps.slice(0, begun?.screens), context, day, crisisPhone: settings.crisisPhone, correction };
  });
}

const wrongRow = z.strictObject({
  id: z.string(),
  at: z.date(),
  level: z.enum(triageLevels),
  isCorrected: z.boolean(),
});

async function findCorrection(tx: Tx, actor: Actor, idOrKey: string, now: Date): Promise<FormCorrection | null> {
  const [found] = await tx.$queryRaw<unknown[]>`
    SELECT c.id, c.reported_at AS at, c.level, EXISTS (
      SELECT FROM check_in later WHERE later.clinic_id = c.clinic_id AND later.corrects_id = c.id) AS "isCorrected"
    FROM check_in c
    WHERE c.clinic_id = ${actor.clinicId}::uuid AND c.patient_id = ${ownPatientId(actor)}::uuid
      AND ${idOrKey}::uuid IN (c.id, c.idempotency_key)`;
  if (found === undefined) return null;
  const { id, at, level, isCorrected } = wrongRow.parse(found);
  const isInTime = isInTimeToCorrect(at.getTime(), now.getTime());
  return {
    checkInId: id,
    refusal: isCorrected ? "corrected" : isInTime ? null : "tooLate",
    isHeld: level !== "NORMAL_SORENESS" && level !== "REDUCE_DOSE",
  };
}
