import type { EntryCriteria, PhaseWithEntry } from "./entry-criteria";
import { movementTags, regions, type PhaseFacts, type RegionalTag } from "./facts";

/** Keys of `errors.fields` by the path of what they are about. */
export type Problems = Readonly<Record<string, string>>;

const knownTags: ReadonlySet<string> = new Set(movementTags);
const knownRegions: ReadonlySet<string | null> = new Set([null, ...regions]);
/** Ten years: further ahead nobody plans. */
const lastDay = 3650;

/**
 * What makes phases no phases: days that overlap, leave a gap or run backwards, an entry or a limit that nobody can meet, a tag that no exercise
 * can have. The days of a template begin at 0, and its last phase stays open.
 * @param shipped the phases of the protocol, where the stages of both are to be compared: phase numbers below 3 and from 3 on stand for the weeks
 *   before and after the day from which sessions may be longer and the surgeon's later timeline counts
 */
export function phaseProblems(
  phases: readonly PhaseWithEntry[],
  shipped: readonly Pick<PhaseFacts, "n" | "dayStart">[] = [],
): Problems {
  const problems: Record<string, string> = phases.length === 0 ? { phases: "required" } : {};
  const later = shipped.find(({ n }) => n >= 3)?.dayStart;
  phases.forEach((phase, i) => {
    const found = [...dayProblems(phase, phases[i + 1], i), ...stageProblems(phase, later), ...contentProblems(phase)];
    for (const [field, problem] of found) {
      problems[`phases.${i}.${field}`] ??= problem;
    }
  });
  return problems;
}

type Found = readonly [field: string, problem: string];

function dayProblems(phase: PhaseWithEntry, next: PhaseWithEntry | undefined, i: number): Found[] {
  const { n, dayStart, dayEndExclusive } = phase;
  const found: Found[] = [];
  if (n !== i + 1) found.push(["n", "outOfOrder"]);
  if (i === 0 && dayStart !== 0) found.push(["dayStart", "firstDayZero"]);
  if (!isWhole(dayStart, 0, lastDay)) found.push(["dayStart", "outOfRange"]);
  if (phase.entryCriteria.minDay !== dayStart) found.push(["entryCriteria.minDay", "outOfOrder"]);
  if (dayEndExclusive === null) return next ? [...found, ["dayEndExclusive", "required"]] : found;
  if (!next) return [...found, ["dayEndExclusive", "lastStaysOpen"]];
  if (!isWhole(dayEndExclusive, 1, lastDay)) found.push(["dayEndExclusive", "outOfRange"]);
  else if (dayEndExclusive <= dayStart) found.push(["dayEndExclusive", "endsBeforeItBegins"]);
  else if (dayEndExclusive > next.dayStart) found.push(["dayEndExclusive", "daysOverlap"]);
  else if (dayEndExclusive < next.dayStart) found.push(["dayEndExclusive", "daysGap"]);
  return found;
}

/** @param later the first day of the protocol's phase 3 */
function stageProblems({ n, dayStart, dayEndExclusive }: PhaseWithEntry, later: number | undefined): Found[] {
  if (later === undefined) return [];
  if (n < 3) return dayStart < later ? [] : [["dayStart", "beginsTooLate"]];
  return dayEndExclusive === null || dayEndExclusive > later ? [] : [["dayStart", "endsTooEarly"]];
}

function contentProblems({ name, limits, blockedTags, entryClearances, entryCriteria }: PhaseWithEntry): Found[] {
  const found: Found[] = [];
  for (const language of ["en", "es"] as const) if (name[language] === "") found.push([`name.${language}`, "required"]);
  if (!isPositive(limits.liftKg)) found.push(["limits.liftKg", "outOfRange"]);
  if (!isPositive(limits.sitMaxMin)) found.push(["limits.sitMaxMin", "outOfRange"]);
  if (new Set(entryClearances).size < entryClearances.length) found.push(["entryCriteria.clearances", "twice"]);
  return [...found, ...tagProblems(blockedTags), ...criteriaProblems(entryCriteria)];
}

function tagProblems(tags: readonly RegionalTag[]): Found[] {
  const seen = new Set<string>();
  return tags.flatMap(({ tag, region }, i): Found[] => {
    const [field, name] = [`blockedTags.${i}`, `${tag} ${region}`];
    const isTwice = seen.has(name);
    seen.add(name);
    if (!knownTags.has(tag) || !knownRegions.has(region)) return [[field, "badValue"]];
    return isTwice ? [[field, "twice"]] : [];
  });
}

function criteriaProblems(criteria: EntryCriteria): Found[] {
  const found: Found[] = [];
  const refuse = (field: string) => found.push([`entryCriteria.${field}`, "outOfRange"]);
  if (!isWhole(criteria.redFlagFreeDays, 0, lastDay)) refuse("redFlagFreeDays");
  for (const key of ["nprsAvg7dMax", "nprsActivityMax"] as const) {
    if (criteria[key] !== null && !isWhole(criteria[key], 0, 10)) refuse(key);
  }
  for (const key of ["walkContinuousMin", "sitToleranceMin"] as const) if (!isPositive(criteria[key])) refuse(key);
  if (criteria.adherencePct !== null && !isWhole(criteria.adherencePct, 0, 100)) refuse("adherencePct");
  const measures = new Set<string>();
  criteria.functional.forEach(({ measure, value }, i) => {
    if (typeof value === "number" && !(value >= 0)) refuse(`functional.${i}.value`);
    if (measures.has(measure)) found.push([`entryCriteria.functional.${i}.measure`, "twice"]);
    measures.add(measure);
  });
  return found;
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

/** Null asks for nothing. */
function isPositive(value: number | null): boolean {
  return value === null || value > 0;
}
