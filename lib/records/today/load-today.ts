import type { Actor, Asker } from "@/lib/access/actor";
import type { TodayHold } from "@/lib/check-in/result";
import { requirePermission } from "@/lib/access/permissions";
import type { ClearanceKey, Dosage, Text } from "@/lib/clinical/facts";
import type { ToldStage } from "@/lib/clinical/follow-up";
import type { Stage, TriageLevel } from "@/lib/clinical/triage-content";
import { byDay } from "@/lib/check-in/by-day";
import { type DayMarks, marksOfDay, sessionOn } from "@/lib/check-in/day-marks";
import { toldAt } from "@/lib/check-in/told-at";
import { dayIn, type Day } from "@/lib/dates";
import { askInClinic, type Ask } from "@/lib/db/ask-in-clinic";
import { statementOnce, type Statement } from "@/lib/db/statement-once";
import type { CurrentSettings } from "@/lib/records/settings/current-settings";
import { clinicTriage } from "@/lib/records/check-ins/clinic-triage";
import { ownPatientId } from "@/lib/records/check-ins/own-patient";
import type { Outcome } from "@/lib/schemas/outcomes";
import type { ShownFigure } from "@/lib/figure/shown";
import { courseOf, type Course } from "./course";
import { dayShownOf, readDayShown } from "./day-shown";
import type { NewPhase } from "./new-phase";
import { readNews, newsOf, type News } from "./news";
import { toldChanges, type OwnChanges } from "./own-changes";
import type { ExerciseTexts } from "./exercise-texts";
import { strictestHold } from "./strictest-hold";
import type { OpenLine } from "./open-lines";
import { missedDays } from "./missed-days";
import type { OwnDay } from "./own-day";

/** An exercise of today. */
export type TodayLine = {
  id: string;
  texts: ExerciseTexts;
  figure: ShownFigure | null;
  dosage: Dosage;
  noteToPatient: string | null;
  /** The latest of each session of today, as many as times a day are prescribed; null: none yet. */
  marks: DayMarks;
  /** That of the session that is on: the first without a mark, else the last. */
  mark: Outcome | null;
};

/** An exercise of other days of the week; `nextOn` is the first of them after today. */
export type LineOfAnotherDay = TodayLine & { nextOn: Day };

export type Today = Course & {
  day: Day;
  phase: { n: number; count: number; name: Text } | null;
  lines: TodayLine[];
  /** What is open but for other days, the soonest first: to be read, not owed. */
  notToday: LineOfAnotherDay[];
  hold: TodayHold | null;
  /** What somebody has still to decide, a clearance key or an activity by name; the lines behind it are not told. */
  waiting: { key: ClearanceKey | null; name: Text; decider: string; lookedAtOn: Day | null; isAgain: boolean }[];
  /** Of the last seven days those on which nothing of the list was done; none once today has begun, or on hold. */
  missedDays: number;
  /** Today's check-ins, oldest first. */
  checkIns: { id: string; stage: Stage; level: TriageLevel }[];
  /** What was told of yesterday's and today's sessions after them, and the clinic's hours until it is asked again. */
  told: ToldStage[];
  fewHours: number;
  /** What a new revision changed and the patient has not read yet. */
  changes: OwnChanges | null;
  /** Another phase has begun and the patient has not read it yet. */
  newPhase: NewPhase | null;
  /** Who ordered a restriction in the last days, and when: exercises that it meets have left the list. */
  newLimit: News["newLimit"];
};

const dayAsked = statementOnce<Omit<Asker, "clinic" | "patientId"> & { patientId: string; today: Day }>(
  ["clinicId", "userId", "role", "patientId", "requestId", "today"],
  ({ today, ...asker }) => dayShownOf(asker, today, { isShown: true }),
);

/** The patient's day as one statement for `loadToday`, for a page that asks it together with who asks. */
export function todayAsked({ clinic, ...asker }: Asker, now: Date): Statement {
  requirePermission(asker, "own.read");
  return dayAsked({ ...asker, patientId: ownPatientId(asker), today: dayIn(clinic.timeZone, now) });
}

/**
 * The patient's day: the exercises that the database shows and that review as of today does not block, the day's marks and check-ins, and what
 * stands in the way.
 * @param now the clock, for tests; the database's gate has its own
 * @param answered the rows of `todayAsked` for the same actor and clock, where it was asked before
 * @throws {NotFound} when no episode is open
 */
export async function loadToday(
  actor: Actor,
  now: Date = new Date(),
  answered: readonly unknown[] | null = null,
): Promise<Today> {
  requirePermission(actor, "own.read");
  const day = dayIn(actor.clinic.timeZone, now);
  const ask: Ask = (statement) => askInClinic(actor, statement);
  const rows = answered ?? (await askInClinic(actor, todayAsked(actor, now)));
  const { own, lines, situation } = await readDayShown(ask, rows, day);
  const news = readNews(own.mayBeNews ? await ask(newsOf(actor, own.episodeId, day)) : []);
  const shown = new Set(lines.map(({ id }) => id));
  const hold = strictestHold(own.holds);
  return {
    day,
    ...courseOf(own, day),
    phase: phaseOf(own),
    ...byDay(lines.map(todayLine), day),
    hold,
    missedDays: hold === null ? missedDays(own.days) : 0,
    waiting: own.waiting.map(({ key, texts, decider, reviewOn, state }) => ({
      key,
      name: texts.patientName ?? texts.name,
      decider,
      lookedAtOn: reviewOn,
      isAgain: state === "under-review",
    })),
    ...checkInsOf(actor, own, day, situation.settings),
    newLimit: news.newLimit,
    newPhase: news.newPhase,
    changes: toldChanges(news.changes, actor.clinic.timeZone, shown),
  };
}

/** The day's check-ins, and what the questions some hours after a session hang on. */
export function checkInsOf(
  { clinicId, clinic }: Actor,
  { checkIns: { latest } }: OwnDay,
  today: Day,
  settings: CurrentSettings,
): Pick<Today, "checkIns" | "told" | "fewHours"> {
  return {
    checkIns: latest.filter(({ onDay }) => onDay === today).map(({ id, stage, level }) => ({ id, stage, level })),
    told: latest
      .filter(({ stage }) => stage === "after" || stage === "follow-up")
      .map(({ onDay, stage, hours, at }) => ({ onDay, stage, hours, ...toldAt(clinic.timeZone, at) })),
    fewHours: clinicTriage(clinicId, settings).parameters["fewHours"]?.value ?? 0,
  };
}

function todayLine({ id, texts, figure, dosage, noteToPatient, marks: stored }: OpenLine): TodayLine {
  const marks = marksOfDay(stored, dosage.perDay);
  return { id, texts, figure, dosage, noteToPatient, marks, mark: marks[sessionOn(marks) - 1] ?? null };
}

/** The phase of the running program; null where none runs. */
export function phaseOf({ program }: OwnDay): Today["phase"] {
  if (!program) return null;
  const phase = program.protocol.phases.find(({ n }) => n === program.phase);
  return phase ? { n: phase.n, count: program.protocol.phases.length, name: phase.name } : null;
}
