import { dosageAfterWeek, type LineOfWeek, type Week } from "@/lib/clinical/dosage/week";
import type { DosageProposal } from "@/lib/clinical/dosage/proposal";
import { stoppedBySigning } from "@/lib/clinical/dosage/stopped-by-signing";
import type { ClinicalContent } from "@/lib/clinical/facts";
import type { Finding } from "@/lib/clinical/finding";
import { triageLevels, type TriageLevel } from "@/lib/clinical/triage-content";
import { addDays, type Day } from "@/lib/dates";
import { weekDone } from "@/lib/records/worklist/adherence";
import type { DraftLine } from "@/lib/schemas/program";
import type { WeekRow } from "./week-row";

/** What the week says of one signed line. */
export type LineAnswer = {
  line: DraftLine;
  answer: DosageProposal;
  /** Why signing would stop the change; empty where it would not, and where nothing changes. */
  findings: Finding[];
};
export type WeekAnswers = {
  worstTriage: TriageLevel | null;
  adherencePct: number | null;
  lines: LineAnswer[];
};

/**
 * The rule's answer for every line of the current phase that the patient can do, each judged as the signature would judge it.
 * @param content with the clinic's numbers
 * @param today the clinic's local date
 */
export function answersOfWeek(row: WeekRow, monday: Day, content: ClinicalContent, today: Day): WeekAnswers {
  const { situation, currentPhase, adherence, checkIns } = row;
  const { currentPhase: _, otherProtocols: __, settings, ...known } = situation;
  const sunday = addDays(monday, 6);
  const isOver = today > sunday;
  const planned = adherence.lines.map((line) => ({ ...line, opensOn: openSince(row, line.exercise) ?? line.opensOn }));
  const done = adherence.done.filter(({ on }) => on <= sunday);
  const percentOf = (lines: typeof planned) =>
    weekDone(lines, done, adherence.holds, isOver ? addDays(monday, 7) : today).percent;
  const worstTriage = triageLevels.findLast((level) => checkIns.some((checkIn) => checkIn.level === level)) ?? null;
  const week: Week = {
    ...{ monday, worstTriage, adherencePct: percentOf(planned), protocol: situation.protocol, phase: currentPhase },
    wasHeld:
      row.state === "held" ||
      adherence.holds.some(({ from, until }) => from <= sunday && (until === null || until >= monday)),
  };
  const reduced = checkIns.findLast(({ level }) => level === "REDUCE_DOSE");
  const asked = row.lines.map(({ line, ...stood }): DosageProposal | null => {
    const plan = planned.filter(({ exercise }) => exercise === line.exercise);
    const isOpen =
      line.phase === currentPhase &&
      plan.length > 0 &&
      stood.openSince <= today &&
      (row.state === "held" || stood.isOpen);
    if (!isOpen) return null;
    const ofWeek: LineOfWeek = {
      ...{ exercise: line.exercise, dosage: line.dosage, openSince: stood.openSince, donePct: percentOf(plan) },
      stoodAllWeek: stood.sinceDay <= monday,
      stoodWhenReduced:
        reduced !== undefined &&
        Date.parse(stood.since) <= Date.parse(reduced.reportedAt) &&
        stood.openSince <= reduced.onDay,
    };
    return dosageAfterWeek(ofWeek, week, content, settings.clinical);
  });
  const lines = row.lines.map(({ line }, place) => {
    const answer = asked[place];
    return { ...line, next: answer && answer.change !== "keep" ? answer.proposal : null };
  });
  const previous = row.lines.flatMap(({ line }) => (line.phase === currentPhase ? [line] : []));
  const stops = stoppedBySigning({ ...known, phase: currentPhase, previous }, lines, content, settings.clinical);
  return {
    ...{ worstTriage, adherencePct: week.adherencePct },
    lines: row.lines.flatMap(({ line }, place) => {
      const answer = asked[place];
      return answer ? [{ line, answer, findings: stops[place] ?? [] }] : [];
    }),
  };
}

function openSince({ lines, currentPhase }: WeekRow, exercise: string): Day | undefined {
  return lines.find(({ line }) => line.phase === currentPhase && line.exercise === exercise)?.openSince;
}
