import { triage, type TriageResult } from "@/lib/clinical/triage";
import type { Answer, Stage, TriageContent } from "@/lib/clinical/triage-content";
import { triageContextOf, type TriagedEpisode } from "@/lib/check-in/context";
import { effectsOf, type Effects } from "@/lib/check-in/effects";
import { lookBackDays } from "@/lib/records/check-ins/load-earlier";
import { lookBack, type StoredCheckIn } from "@/lib/check-in/sessions";
import { chanceOf, type Chance } from "./chance";
import type { Person } from "./person";
import { quietAnswers, type SessionPain } from "./quiet-answers";
import { treatmentOf } from "./treatment";

/** One day on which the patient reported, as the product would have judged it then. */
export type ToldDay = {
  id: string;
  day: number;
  stage: Stage;
  answers: Record<string, Answer>;
  result: TriageResult;
  effects: Effects | null;
  at: Date;
};

/** All check-ins of a story, oldest first; every level comes from triage over the answers and those before. */
export function toldDays(person: Person, content: TriageContent): ToldDay[] {
  const { story, clock } = person;
  const chance = chanceOf(story.key);
  const first = story.phases[0]?.day;
  if (first === undefined) return [];
  const last = clock.today - (story.silentDays ?? 0);
  const told: ToldDay[] = [];
  for (let day = first; day <= last; day += 1) {
    const event = story.events?.find(
      (candidate) => (candidate.day < 0 ? clock.today + candidate.day : candidate.day) === day,
    );
    if (day === 0 && !event) continue;
    const isToday = day === clock.today;
    const speaks = chance() < 0.4 + 0.6 * story.adherence;
    if (isToday ? !event && !story.hasReportedToday : !event && !speaks) continue;
    const stage = isToday && !event ? "before" : "full";
    told.push(tell(person, { day, stage, told: event?.answers ?? {} }, told, chance, content));
  }
  return told;
}

function tell(
  { story, clock }: Person,
  { day, stage, told }: { day: number; stage: Stage; told: Readonly<Record<string, Answer>> },
  before: readonly ToldDay[],
  chance: Chance,
  content: TriageContent,
): ToldDay {
  const onDay = clock.dayOf(day);
  const { protocol: protocolId, technique } = story;
  const { procedureType, region, daysBefore } = treatmentOf(story);
  const treated: TriagedEpisode = {
    ...{ protocolId, procedureType, region, technique },
    procedureDate: clock.dayOf(-daysBefore),
  };
  const context = triageContextOf(treated, onDay);
  const answers = { ...quietAnswers(stage, context, content, painOn(story, day, chance)), ...told };
  const earlier = before.filter((one) => one.day >= day - lookBackDays).map((one) => stored(one, clock.dayOf(one.day)));
  const { carried, recent } = lookBack(earlier, { stage, onDay }, content);
  const result = triage({ answers: { ...carried, ...answers }, context, recent, stage, on: onDay }, content);
  const minutes = String(Math.floor(chance() * 60)).padStart(2, "0");
  const at = clock.at(day, `${stage === "before" ? "07" : "18"}:${minutes}`);
  return { id: crypto.randomUUID(), day, stage, answers, result, effects: effectsOf(result, content), at };
}

/** Worse than this before a session is no ordinary day; who lives with lasting pain knows more of it. */
const mostOnAQuietDay = { lasting: 7, other: 5 };

/** Falls toward its end with noise; on an ordinary day a session raises it by one at most, and only where that is still mild. */
function painOn({ pain, protocol }: Person["story"], day: number, chance: Chance): SessionPain {
  const { from, to, halfWay } = pain;
  const mean = to + (from - to) * 0.5 ** (day / halfWay);
  const most = mostOnAQuietDay[protocol === "fbss" ? "lasting" : "other"];
  const nprsBefore = Math.min(most, Math.max(0, Math.round(mean + (chance() + chance() - 1))));
  const rises = nprsBefore < 3 && chance() < 0.4;
  return {
    nprsBefore,
    nprsDuring: nprsBefore + (rises ? 1 : 0),
    nprsAfter: Math.max(0, nprsBefore - (chance() < 0.3 ? 1 : 0)),
    hoursIncreased: rises ? 1 : 0,
  };
}

function stored({ id, stage, answers, result }: ToldDay, onDay: string): StoredCheckIn {
  return { id, onDay, stage, answers, level: result.level };
}
