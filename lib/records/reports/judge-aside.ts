import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { readAnswers } from "@/lib/check-in/read-answers";
import { triageContextOf } from "@/lib/check-in/context";
import { effectsOf } from "@/lib/check-in/effects";
import { triage, type TriageResult } from "@/lib/clinical/triage";
import { procedureTypes } from "@/lib/clinical/facts";
import { type Answer, type TriageContent, type TriageContext, triageRegions } from "@/lib/clinical/triage-content";
import { dayOf, type Day } from "@/lib/dates";
import type { Tx } from "@/lib/db/in-clinic";
import { Invalid } from "@/lib/errors";
import { openAlert } from "@/lib/records/alerts/open-alert";
import { therapistOf } from "@/lib/records/alerts/therapist-of";
import { clinicTriage } from "@/lib/records/check-ins/clinic-triage";
import { ownPatientId } from "@/lib/records/check-ins/own-patient";
import { loadSettings } from "@/lib/records/settings/current-settings";
import type { CheckInReport } from "@/lib/schemas/check-in";

/** What a report's answers mean by themselves, and the alert that they call for. */
type JudgedAside = { result: TriageResult; settingsVersion: number; alarm: (now: Date) => Promise<void> };

/**
 * Judges a check-in that is no part of the record by the facts of the patient's latest episode and by its own answers alone: nothing is carried over
 * and no trend is read. Null where there never was an episode.
 */
export async function judgeAside(tx: Tx, actor: Actor, report: CheckInReport, onDay: Day): Promise<JudgedAside | null> {
  const { clinicId } = actor;
  const patientId = ownPatientId(actor);
  const episode = await tx.episode.findFirst({
    where: { clinicId, patientId },
    orderBy: [{ endedAt: { sort: "desc", nulls: "first" } }],
  });
  if (!episode) return null;
  const settings = await loadSettings(tx, clinicId);
  const content = clinicTriage(clinicId, settings);
  const context = triageContextOf(
    {
      protocolId: episode.protocolId,
      procedureType: z.enum(procedureTypes).parse(episode.procedureType),
      region: z.enum(triageRegions).parse(episode.region),
      technique: episode.technique,
      procedureDate: dayOf(episode.procedureDate),
    },
    onDay,
  );
  const answers = understood(report, context, content);
  const result = triage({ answers, context, stage: report.stage, on: onDay }, content, settings.clinical);
  return {
    result,
    settingsVersion: settings.version,
    alarm: async (now) => {
      const effects = episode.endedAt === null ? effectsOf(result, content) : null;
      if (!effects) return;
      const { cause, level, isSuspension, dueInMinutes } = effects;
      const ownerId = isSuspension ? episode.surgeonId : await therapistOf(tx, clinicId, patientId);
      const dueAt = dueInMinutes === null ? null : new Date(now.getTime() + dueInMinutes * 60_000);
      const settingsVersion = settings.version;
      const alert = { clinicId, patientId, cause, level, ownerId, dueAt, settingsVersion, checkInId: null };
      await openAlert(tx, { ...alert, occasion: null }, now);
    },
  };
}

/** The answers that can be understood, also those that were not asked: a sign worries whoever asked about it. */
function understood(
  { answers }: CheckInReport,
  context: TriageContext,
  content: TriageContent,
): Record<string, Answer> {
  const asked = { ...content, inputs: content.inputs.map((input) => ({ ...input, required: true as const })) };
  const understoodOnes: Record<string, Answer> = {};
  for (const [key, value] of Object.entries(answers)) {
    try {
      Object.assign(understoodOnes, readAnswers({ [key]: value }, "full", context, asked));
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
    }
  }
  return understoodOnes;
}
