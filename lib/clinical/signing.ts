import { daysBetween, type Day } from "./days";
import type { ClearanceKey, ClinicalContent } from "./facts";
import { stricterOf, verdictOf, type Finding, type Severity } from "./finding";
import type { Line, Situation } from "./prescription";
import { caseOf, dosesOf, withGrant, type Case, type JudgedLine } from "./review/case";
import { findingsOf, prepareLines, type PreparedLine } from "./review/line";
import { missingKey } from "./review/need";
import { phaseNotReached } from "./review/phase-not-reached";
import { sessionLength } from "./review/session-length";
import { earliestDay } from "./review/too-early";
import { unknownProtocol } from "./review/unknown-exercise";
import { defaultSettings, type ClinicalSettings } from "./settings";
import { dateOf, shifted } from "./track";

export type SigningLine = Line & { phase: number };
/** Review's input with a phase on every line; the `phase` beside the lines is the current one. */
export type SigningInput = Situation & { lines: readonly SigningLine[] };

/**
 * Why a line that may be signed is not open yet. `clearance`: the `keys` are still missing, whatever the day. `day`: only the day has not
 * come. `phase`: only a clinician's advance is missing. `day` counts from the anchor: the first day on which the line can be reached.
 */
export type HeldBack = { until: "day" | "clearance" | "phase"; day: number; keys: ClearanceKey[] };

/** Judged as of today, with what only the line's first day would find listed after it; `block` and `heldBack` together may be signed. */
export type SignedLine = {
  exercise: string;
  phase: number;
  verdict: Severity;
  heldBack: HeldBack | null;
  findings: Finding[];
};

/** `verdict` is `block` when a line cannot be signed; a line held back counts with what it meets on its first day. */
export type SigningResult = { verdict: Severity; lines: SignedLine[]; findings: Finding[] };

/** May this program of several phases be signed today, and what do its lines wait for? */
export function signing(
  input: SigningInput,
  content: ClinicalContent,
  settings: ClinicalSettings = defaultSettings,
): SigningResult {
  const caseOn = casesOf(input, content, settings);
  const phases = [...new Set(input.lines.map(({ phase }) => phase))];
  const placed = input.lines.map((line, place) => ({ ...line, place }));
  const findings = [...unknownProtocol(caseOn(input.phase, input.today))];
  const signed = phases.flatMap((phase) => {
    const lines = placed.filter((line) => line.phase === phase);
    findings.push(...sessionLength(lines, phase, settings));
    return prepareLines(lines, content).map((prepared) => signLine(prepared, input, caseOn));
  });
  signed.sort((a, b) => a.place - b.place);
  return {
    verdict: signed.reduce((worst, { standing }) => stricterOf(worst, standing), verdictOf(findings)),
    lines: signed.map(({ line }) => line),
    findings,
  };
}

type PlacedLine = SigningLine & { place: number };
type CaseOn = (phase: number, today: Day) => Case;

function signLine(prepared: PreparedLine<PlacedLine>, input: SigningInput, caseOn: CaseOn) {
  const { exercise, phase, place } = prepared.line;
  const now = caseOn(phase, input.today);
  const findings = [...phaseNotReached(now), ...findingsOf(prepared, now)];
  const verdict = verdictOf(findings);
  const reach = prepared.judged && firstReach(prepared.judged, now);
  if (!prepared.judged || !reach) {
    return { place, standing: verdict, line: { exercise, phase, verdict, heldBack: null, findings } };
  }
  const then = caseOn(phase, reach);
  const key = missingKey(prepared.judged.exercise, then);
  const onFirstDay = findingsOf(prepared, key ? withGrant(then, key) : then);
  const named = new Set(findings.map(({ rule }) => rule));
  const all = [...findings, ...onFirstDay.filter(({ rule }) => !named.has(rule))];
  const standing = verdictOf(onFirstDay);
  const heldBack = standing === "block" ? null : heldBackUntil(reach, key, phase, input);
  return { place, standing, line: { exercise, phase, verdict: verdictOf(all), heldBack, findings: all } };
}

function heldBackUntil(reach: Day, key: ClearanceKey | null, phase: number, input: SigningInput): HeldBack | null {
  const day = daysBetween(input.anchor, reach);
  if (key) return { until: "clearance", day, keys: [key] };
  if (reach > input.today) return { until: "day", day, keys: [] };
  return phase > input.phase ? { until: "phase", day, keys: [] } : null;
}

/**
 * The latest of today, the phase's first day and the exercise's earliest day, by every protocol; null when that earliest day does not lie
 * before the phase ends (the line belongs to a later phase), or when the protocol is unknown.
 */
function firstReach({ exercise }: JudgedLine, { tracks, unknownProtocols, today }: Case): Day | null {
  const [own] = tracks;
  if (!own || unknownProtocols.length > 0) return null;
  const earliest = tracks.flatMap((track) => {
    const day = earliestDay(track, exercise);
    return day === null ? [] : dateOf(track, day);
  });
  const end = own.phase.dayEndExclusive;
  const endDate = end === null ? null : dateOf(own, shifted(own, end));
  if (endDate !== null && earliest.some((date) => date >= endDate)) return null;
  const starts = tracks.map((track) => dateOf(track, shifted(track, track.phase.dayStart)));
  return [today, ...starts, ...earliest].reduce((latest, date) => (date > latest ? date : latest));
}

/**
 * The case of a phase on a day. In a phase that is still to come, growth is measured from the phase before it in this program, and the
 * week before it counts as quiet: whether it was is judged when the phase opens. An open hold still measures from what is done now.
 */
function casesOf(input: SigningInput, content: ClinicalContent, settings: ClinicalSettings): CaseOn {
  const cases = new Map<string, Case>();
  return (phase, today) => {
    const name = `${phase} ${today}`;
    const known = cases.get(name);
    if (known) return known;
    const made = caseOf({ ...input, phase, today }, content, settings);
    const found =
      phase > input.phase
        ? { ...made, isQuietWeek: true, preceding: phaseBefore(phase, input, content) ?? made.current }
        : made;
    cases.set(name, found);
    return found;
  };
}

function phaseBefore(phase: number, input: SigningInput, content: ClinicalContent) {
  const before = Math.max(...input.lines.map((line) => (line.phase < phase ? line.phase : -Infinity)));
  return before < input.phase
    ? null
    : dosesOf(
        input.lines.filter((line) => line.phase === before),
        content,
      );
}
