import type { Actor } from "@/lib/access/actor";
import type { TriageResult } from "@/lib/clinical/triage";
import type { Answer, TriageContent } from "@/lib/clinical/triage-content";
import { dateOf, type Day } from "@/lib/dates";
import type { Tx } from "@/lib/db/in-clinic";
import type { CheckInReport } from "@/lib/schemas/check-in";
import type { OwnEpisode } from "./own-episode";
import { worryingAnswers } from "@/lib/check-in/worrying-answers";

type NewCheckIn = {
  input: CheckInReport;
  fingerprint: string;
  when: { onDay: Day; reportedAt: Date };
  episode: OwnEpisode;
  /** The one that it corrects. */
  correctsId?: string | undefined;
  /** What this check-in itself answered, without what the day carried over. */
  answers: Record<string, Answer>;
  result: TriageResult;
  /** By which it was judged. */
  settingsVersion: number;
  now: Date;
};

/** Writes the check-in and each warning sign with a worrying value. */
export async function insertCheckIn(
  tx: Tx,
  { clinicId }: Actor,
  { input, fingerprint, when, episode, correctsId, answers, result, settingsVersion, now }: NewCheckIn,
  content: TriageContent,
) {
  const { patientId } = episode;
  const row = await tx.checkIn.create({
    data: {
      clinicId,
      patientId,
      episodeId: episode.id,
      programId: episode.program?.id ?? null,
      idempotencyKey: input.idempotencyKey,
      fingerprint,
      stage: input.stage,
      onDay: dateOf(when.onDay),
      reportedAt: when.reportedAt,
      receivedAt: now,
      phase: episode.program?.phase ?? null,
      nprsBefore: numberOf(answers["nprsBefore"]),
      nprsDuring: numberOf(answers["nprsDuring"]),
      nprsAfter: numberOf(answers["nprsAfter"]),
      hoursIncreased: numberOf(answers["hoursIncreased"]),
      answers,
      level: result.level,
      fired: result.fired,
      missing: result.missing,
      settingsVersion,
      correctsId: correctsId ?? null,
      correctionReason: input.corrects?.reason ?? null,
    },
  });
  const signs = worryingAnswers(answers, content);
  if (signs.length > 0) {
    await tx.symptomReport.createMany({
      data: signs.map((sign) => ({ clinicId, patientId, checkInId: row.id, ...sign })),
    });
  }
  return row;
}

function numberOf(answer: Answer | undefined): number | null {
  return typeof answer === "number" ? answer : null;
}
