import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import type { Stage, TriageContext } from "@/lib/clinical/triage-content";
import { dayIn } from "@/lib/dates";
import { inClinic } from "@/lib/db/in-clinic";
import { recordAct } from "@/lib/records/audit/record-act";
import { loadSettings } from "@/lib/records/settings/current-settings";
import type { ShippedTriage } from "@/lib/schemas/content/triage";
import { asksAboutMood, clinicTriage } from "./clinic-triage";
import { triageContextOf } from "@/lib/check-in/context";
import { formSteps, type FormQuestion } from "@/lib/check-in/form-steps";
import { loadOwnEpisode } from "./own-episode";
import { inputsByChoice } from "@/lib/check-in/read-answers";

/** How many screens a form has, and the names of what was answered on them. */
export type BegunForm = { screens: number; answered: readonly string[] };
export type CheckInForm = { steps: FormQuestion[][]; context: TriageContext; content: ShippedTriage };

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
    const context = triageContextOf(episode, dayIn(actor.clinic.timeZone, now));
    await recordAct(tx, actor, "today.read", { kind: "episode", id: episode.id, patientId: episode.patientId });
    const content = clinicTriage(actor.clinicId, settings);
    const isAnswered = inputsByChoice(stage, content).some(({ key }) => begun?.answered.includes(key));
    const steps = formSteps(stage, context, content, asksAboutMood(settings) || isAnswered);
    return { steps: steps.slice(0, begun?.screens), context, content };
  });
}
