import type { Actor } from "@/lib/access/actor";
import { taskCause } from "@/lib/clinical/daily-review/task";
import type { TriageResult } from "@/lib/clinical/triage";
import type { TriageContent } from "@/lib/clinical/triage-content";
import { dayIn } from "@/lib/dates";
import type { Tx } from "@/lib/db/in-clinic";
import { openAlert } from "@/lib/records/alerts/open-alert";
import { therapistOf } from "@/lib/records/alerts/therapist-of";
import { placeHold } from "@/lib/records/holds/place-hold";
import { effectsOf } from "@/lib/check-in/effects";
import type { OwnEpisode } from "./own-episode";
import { suspendClearances } from "./suspend-clearances";

type Reported = {
  episode: OwnEpisode;
  checkInId: string;
  result: TriageResult;
  settingsVersion: number;
  now: Date;
};

/**
 * Does what the level demands, in the report's own transaction: a hold on the running program, grants under review after a suspension, one alert
 * to the surgeon (suspension) or the therapist (hold). Never lifts, grants or resolves anything.
 */
export async function applyEffects(
  tx: Tx,
  actor: Actor,
  { episode, checkInId, result, settingsVersion, now }: Reported,
  content: TriageContent,
): Promise<void> {
  const effects = effectsOf(result, content);
  if (!effects) return;
  const { cause, level, isSuspension, easyActivityAllowed, dueInMinutes } = effects;
  const { patientId, program } = episode;
  if (program) {
    await placeHold(
      tx,
      actor,
      {
        programId: program.id,
        patientId,
        cause,
        level,
        surgeonOnly: isSuspension,
        easyActivityAllowed,
        checkInId,
        placedById: null,
        words: null,
      },
      now,
    );
  }
  if (isSuspension) {
    const today = dayIn(actor.clinic.timeZone, now);
    await suspendClearances(tx, actor, { episodeId: episode.id, patientId, today, now });
  }
  const dueAt = dueInMinutes === null ? null : new Date(now.getTime() + dueInMinutes * 60_000);
  const ownerId = isSuspension ? episode.surgeonId : await therapistOf(tx, actor.clinicId, patientId);
  const alert = { clinicId: actor.clinicId, patientId, checkInId, settingsVersion, occasion: null };
  await openAlert(tx, { ...alert, cause, level, ownerId, dueAt }, now);
  for (const rule of surgeonsTasks(result, content)) {
    const task = { cause: taskCause(rule, "surgeon"), level: null, ownerId: episode.surgeonId, dueAt: null };
    await openAlert(tx, { ...alert, ...task }, now);
  }
}

/** The fired trend rules that are the surgeon's to look at beside the therapist's. */
function surgeonsTasks({ fired }: TriageResult, { trendRules }: TriageContent): string[] {
  const ids = new Set(trendRules.filter(({ notify }) => notify.includes("SURGEON_TASK")).map(({ id }) => id));
  return fired.map(({ rule }) => rule).filter((rule) => ids.has(rule));
}
