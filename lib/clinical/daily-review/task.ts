import { dateInWords, isCalendarDay, type Day } from "../days";
import type { Text } from "../facts";

/** The trend rules that a day's review decides, not a check-in. */
const reviewRules = ["no-checkin", "fbss-reevaluation", "injection-no-benefit"] as const;
export type ReviewRule = (typeof reviewRules)[number];
/** Whose task it is; the physician who injected is the surgeon of the episode. */
export type TaskOwner = "therapist" | "surgeon";
/** Why it was raised: sessions missed, no benefit, nothing to judge by, or the therapist's own task still open. */
const grounds = ["missed", "no-benefit", "no-check-ins", "unresolved"] as const;
export type Grounds = (typeof grounds)[number];

/** What a task is raised for, once: the day from which it counts, and the sessions, week or day that it has reached. */
export type Occasion = { from: Day; count: number; grounds: Grounds };

/** The cause under which a task is kept: one open task per patient, rule and owner. The therapist's has the rule's own id. */
export function taskCause(rule: string, owner: TaskOwner): string {
  return owner === "therapist" ? rule : `${rule}:${owner}`;
}

/** The rule of a cause, and whose task it is; every other cause is the therapist's by its own id. */
export function causeParts(cause: string): { rule: string; owner: TaskOwner } {
  const rule = cause.replace(/:surgeon$/, "");
  return { rule, owner: rule === cause ? "therapist" : "surgeon" };
}

/** What tells the therapist of clearances: nobody else marks it as read. */
const therapistsNews: readonly string[] = ["clearance-decided", "clearance-ending"];

/** Who alone answers a task; null for an alert that anybody of the care team may answer. */
export function answeredBy(cause: string): TaskOwner | null {
  const { rule, owner } = causeParts(cause);
  if (therapistsNews.includes(cause)) return "therapist";
  return owner === "surgeon" || reviewRules.some((id) => id === rule) ? owner : null;
}

/** The occasion as it is stored; the same day's review writes the same text. */
export function writtenOccasion({ from, count, grounds: why }: Occasion): string {
  return `${from}:${count}:${why}`;
}

/** What `writtenOccasion` wrote; null for any other text. */
export function readOccasion(text: string): Occasion | null {
  const from = text.slice(0, 10);
  const why = grounds.find((name) => text.endsWith(`:${name}`));
  if (!isCalendarDay(from) || why === undefined) return null;
  const occasion = { from, count: Number(text.slice(11, -why.length - 1)), grounds: why };
  return writtenOccasion(occasion) === text ? occasion : null;
}

/** What a stored task says to a clinician; null for what is no task of a review. */
export function storedTaskWords(cause: string, stored: string | null): Text | null {
  const { rule, owner } = causeParts(cause);
  const known = reviewRules.find((id) => id === rule);
  const occasion = stored === null ? null : readOccasion(stored);
  return known === undefined || occasion === null ? null : taskWords(known, owner, occasion);
}

/** What the task says to a clinician: why it is there and what to look at. It never names an operation. */
export function taskWords(rule: ReviewRule, owner: TaskOwner, occasion: Occasion): Text {
  if (rule === "no-checkin") return silenceWords(occasion);
  const when = checkpointWords[rule](occasion.count);
  const why = groundsWords[occasion.grounds];
  const what = doWords[occasion.grounds === "no-check-ins" ? "ask" : owner];
  return { en: `${when.en}: ${why.en}. ${what.en}`, es: `${when.es}: ${why.es}. ${what.es}` };
}

function silenceWords({ from, count }: Occasion): Text {
  const since = dateInWords(from, from);
  return {
    en: `No check-in for ${count} scheduled sessions, since ${since.en}. Contact the patient.`,
    es: `Sin registro en ${count} sesiones programadas, desde el ${since.es}. Contacte al paciente.`,
  };
}

const checkpointWords: Readonly<Record<Exclude<ReviewRule, "no-checkin">, (count: number) => Text>> = {
  "fbss-reevaluation": (week) => ({
    en: `Week ${week} of the persistent pain pathway`,
    es: `Semana ${week} de la vía de dolor persistente`,
  }),
  "injection-no-benefit": (day) => ({
    en: `Day ${day} after the injection`,
    es: `Día ${day} después de la inyección`,
  }),
};

const groundsWords: Readonly<Record<Grounds, Text>> = {
  missed: { en: "sessions without a check-in", es: "sesiones sin registro" },
  "no-benefit": {
    en: "pain has not fallen by what your clinic counts as a benefit",
    es: "el dolor no ha bajado lo que su clínica considera un beneficio",
  },
  "no-check-ins": { en: "no check-ins to judge by", es: "sin registros con que juzgar" },
  unresolved: {
    en: "the physical therapist's re-evaluation is still open",
    es: "la reevaluación del fisioterapeuta sigue abierta",
  },
};

const doWords: Readonly<Record<TaskOwner | "ask", Text>> = {
  therapist: {
    en: "Look again at goals, dose and daily load with the patient.",
    es: "Revise con el paciente las metas, la dosis y la carga diaria.",
  },
  surgeon: { en: "Re-evaluate together with the team.", es: "Reevalúe junto con el equipo." },
  ask: {
    en: "Ask the patient about pain and daily life.",
    es: "Pregunte al paciente por el dolor y la vida diaria.",
  },
};
