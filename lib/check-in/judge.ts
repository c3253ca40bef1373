import type { ClinicalSettings } from "@/lib/clinical/settings";
import { triage, type TriageResult } from "@/lib/clinical/triage";
import type { Answer, Stage, TriageContent, TriageContext } from "@/lib/clinical/triage-content";
import type { Day } from "@/lib/dates";
import { Invalid } from "@/lib/errors";
import { triageContextOf, type TriagedEpisode } from "./context";
import { readAnswers } from "./read-answers";
import { lookBack, type StoredCheckIn } from "./sessions";

export type ReportToJudge = {
  stage: Stage;
  /** By input key; null is "not answered". */
  answers: Readonly<Record<string, Answer | null>>;
  episode: TriagedEpisode;
  /** What triage may look back on, oldest first, none after this report. */
  earlier: readonly StoredCheckIn[];
  /** The calendar day that the report is about, in the clinic's time zone. */
  onDay: Day;
};

export type JudgedCheckIn = {
  result: TriageResult;
  /** What this report itself answered, without what the day carried over. */
  answers: Record<string, Answer>;
  context: TriageContext;
};

/**
 * What a report means: the same function on the server and, without network, in the browser.
 * @throws {Invalid} naming every answer (`answers.nprsBefore`) that is not asked of this person at this stage, of the wrong kind or out of range
 */
export function judgeCheckIn(
  { stage, answers: given, episode, earlier, onDay }: ReportToJudge,
  content: TriageContent,
  settings: ClinicalSettings,
): JudgedCheckIn {
  const context = triageContextOf(episode, onDay);
  const answers = readAnswers(given, stage, context, content);
  const { carried, recent } = lookBack(earlier, { stage, onDay }, content);
  const input = { answers: { ...carried, ...answers }, context, recent, stage, on: onDay };
  return { result: triage(input, content, settings), answers, context };
}

/** The same by those answers alone that this plan knows how to read: a red flag among them is none the less one because another answer is not. */
export function judgeWhatFits(
  report: ReportToJudge,
  content: TriageContent,
  settings: ClinicalSettings,
): JudgedCheckIn {
  try {
    return judgeCheckIn(report, content, settings);
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    const fits = Object.entries(report.answers).filter(([key]) => error.fields[`answers.${key}`] === undefined);
    return judgeCheckIn({ ...report, answers: Object.fromEntries(fits) }, content, settings);
  }
}
