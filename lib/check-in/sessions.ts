import type { Answer, Stage, TriageContent, TriageLevel } from "@/lib/clinical/triage-content";
import { trendInputs, type RecentCheckIn } from "@/lib/clinical/triage/trends";
import { addDays, type Day } from "@/lib/dates";

/** A check-in of the record, without those entered in error. */
export type StoredCheckIn = {
  id: string;
  onDay: Day;
  stage: Stage;
  answers: Readonly<Record<string, Answer>>;
  level: TriageLevel;
};

type Session = { on: Day; answers: Record<string, Answer>; level: TriageLevel };

/**
 * What a new check-in carries over and looks back on. The stages of one session (before, after, follow-up) are one entry of `recent`; the session
 * that goes on is none, its answers are carried over. From an earlier session of the same day only the warning signs are: its pain would look
 * like a rise.
 * @param earlier oldest first, none after the new check-in
 */
export function lookBack(
  earlier: readonly StoredCheckIn[],
  { stage, onDay }: { stage: Stage; onDay: Day },
  content: TriageContent,
): { carried: Record<string, Answer>; recent: RecentCheckIn[] } {
  const sessions = sessionsOf(earlier);
  const ofToday = earlier.filter((checkIn) => checkIn.onDay === onDay);
  const redFlags = new Set(content.inputs.filter(({ redFlag }) => redFlag).map(({ key }) => key));
  const signs = Object.fromEntries(
    ofToday.flatMap(({ answers }) => Object.entries(answers).filter(([key]) => redFlags.has(key))),
  );
  const last = sessions.at(-1);
  if (!beginsSession(stage) && last?.on === onDay)
    return { carried: { ...signs, ...last.answers }, recent: sessions.slice(0, -1) };
  return { carried: signs, recent: sessions };
}

/**
 * As little as judges the reports of a day and of those after it: of the days before the last one only what trends read. What somebody once said of
 * their mood, or of a warning sign, does not lie on a phone for weeks.
 * @param onDay the day of the oldest report to be judged; the session of the day before may still go on, and keeps all its answers
 */
export function neededFrom(earlier: readonly StoredCheckIn[], onDay: Day, content: TriageContent): StoredCheckIn[] {
  const needed = trendInputs(content);
  return earlier.map((checkIn) =>
    checkIn.onDay >= addDays(onDay, -1)
      ? checkIn
      : { ...checkIn, answers: Object.fromEntries(Object.entries(checkIn.answers).filter(([key]) => needed.has(key))) },
  );
}

function sessionsOf(checkIns: readonly StoredCheckIn[]): Session[] {
  const sessions: Session[] = [];
  for (const { onDay, stage, answers, level } of checkIns) {
    const last = sessions.at(-1);
    if (last?.on === onDay && !beginsSession(stage)) {
      Object.assign(last.answers, answers);
      last.level = level;
    } else {
      sessions.push({ on: onDay, answers: { ...answers }, level });
    }
  }
  return sessions;
}

function beginsSession(stage: Stage): boolean {
  return stage === "full" || stage === "before";
}
