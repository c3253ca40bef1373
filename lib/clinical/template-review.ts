import type { Day } from "./days";
import type { ProtocolWithEntry } from "./entry-criteria";
import type { ClinicalContent, PhaseFacts, ProtocolFacts } from "./facts";
import { verdictOf, type Finding } from "./finding";
import { sessionLength } from "./review/session-length";
import { signing, type SignedLine, type SigningInput, type SigningLine } from "./signing";
import { defaultSettings, type ClinicalSettings } from "./settings";
import { phaseProblems, type Problems } from "./template-phase-problems";

/** A line of a template; `starting`: among the at most 6 of its phase that an assignment takes. */
export type TemplateReviewLine = SigningLine & { starting: boolean; overrideReason: string | null };

/**
 * `lines`: each as on the first day on which anybody could do it; a block is one whatever the day and the clearances. `findings` are about whole
 * phases. `problems`: what makes the template no template, as keys of `errors.fields` by path ("phases.2.dayStart", "lines.4.overrideReason").
 */
export type TemplateReview = { lines: SignedLine[]; findings: Finding[]; problems: Problems };

/** A template has no patient: its days are counted from here, and what this date is called never shows. */
const anchor: Day = "2026-01-01";
/** So many lines of a phase an assignment takes at most. */
export const mostStarting = 6;
/** What a line meets today because its phase or its clearance is still to come: of a template it says nothing. */
const ofToday: ReadonlySet<string> = new Set(["phase-not-reached", "clearance-missing"]);

/**
 * May this template be published? Judged by the same rules as a program, without a person: no restrictions, conditions, clearances, nothing done
 * before; the day is that of the start. Doses are measured by the shipped protocol that the template counts its days by.
 * @param content the exercises of the lines, and the shipped protocol under its id
 */
export function reviewTemplate(
  facts: ProtocolWithEntry,
  lines: readonly TemplateReviewLine[],
  content: ClinicalContent,
  settings: ClinicalSettings = defaultSettings,
): TemplateReview {
  const judged = judgeTemplate(facts, lines, content, settings);
  const findings = facts.phases.flatMap(({ n }) =>
    sessionLength(
      lines.filter((line) => line.phase === n && line.starting),
      n,
      settings,
    ),
  );
  return {
    lines: judged,
    findings,
    problems: {
      ...phaseProblems(facts.phases, content.protocols[facts.id]?.phases),
      ...lineProblems(facts, lines, judged),
    },
  };
}

/** The lines of a template, or some of them, as `reviewTemplate` judges them. */
export function judgeTemplate(
  facts: ProtocolFacts,
  lines: readonly SigningLine[],
  content: ClinicalContent,
  settings: ClinicalSettings = defaultSettings,
): SignedLine[] {
  const judgedBy = templateContent(facts, content);
  return signing(templateInput(facts, lines), judgedBy, settings).lines.map((line) => ofAnyDay(line, facts, judgedBy));
}

/** What `signing` is asked of a template. */
export function templateInput({ id }: Pick<ProtocolFacts, "id">, lines: readonly SigningLine[]): SigningInput {
  return { protocol: id, anchor, today: anchor, phase: 1, previous: [], lines };
}

/** The content in which the template stands for its protocol, with the usual doses of the shipped phase in whose days each of its phases begins. */
export function templateContent(facts: ProtocolFacts, content: ClinicalContent): ClinicalContent {
  const shipped = content.protocols[facts.id]?.phases ?? [];
  const usual = ({ dayStart }: PhaseFacts) => shipped.findLast((phase) => phase.dayStart <= dayStart)?.lines ?? [];
  const phases = facts.phases.map((phase) => ({ ...phase, lines: usual(phase) }));
  return { ...content, protocols: { ...content.protocols, [facts.id]: { ...facts, phases } } };
}

const onceOnly = {
  en: "The exercise is already in this phase. A template names it once: remove or move this line.",
  es: "El ejercicio ya está en esta fase. Una plantilla lo nombra una vez: quite o mueva esta línea.",
};

function ofAnyDay(line: SignedLine, facts: ProtocolFacts, content: ClinicalContent): SignedLine {
  const opens = content.exercises[line.exercise]?.earliest[facts.id]?.day ?? 0;
  const end = facts.phases.find(({ n }) => n === line.phase)?.dayEndExclusive ?? 0;
  const because = {
    en: `Opens on day ${opens}; phase ${line.phase} ends before day ${end}. It belongs to a later phase.`,
    es: `Se abre el día ${opens}; la fase ${line.phase} termina antes del día ${end}. Corresponde a una fase posterior.`,
  };
  const findings = line.findings.flatMap((finding) => {
    if (ofToday.has(finding.rule)) return [];
    // A program may name an exercise twice in a phase, a template may not.
    if (finding.rule === "duplicate") return [{ ...finding, severity: "block" as const, because: onceOnly }];
    if (finding.rule !== "too-early") return [finding];
    // Its own day lies after the phase: no date, the template has none.
    return line.heldBack === null ? [{ ...finding, because }] : [];
  });
  const verdict = verdictOf(findings);
  return { ...line, findings, verdict, heldBack: verdict === "block" ? null : line.heldBack };
}

function lineProblems(
  { phases }: ProtocolWithEntry,
  lines: readonly TemplateReviewLine[],
  judged: readonly SignedLine[],
): Problems {
  const problems: Record<string, string> = {};
  const seen = new Set<string>();
  lines.forEach(({ phase, exercise, overrideReason }, index) => {
    if (!phases.some(({ n }) => n === phase)) problems[`lines.${index}.phase`] = "noSuchPhase";
    const name = `${phase} ${exercise}`;
    if (seen.has(name)) problems[`lines.${index}.exercise`] = "twice";
    seen.add(name);
    const asks = judged[index]?.findings.some(({ severity }) => severity === "override") === true;
    if (asks && overrideReason === null) problems[`lines.${index}.overrideReason`] = "reasonNeeded";
  });
  phases.forEach(({ n }, index) => {
    const problem = startingProblem(n, lines);
    if (problem !== null) problems[`phases.${index}.lines`] = problem;
  });
  return problems;
}

/** What is wrong with the starting selection of a phase, as a key of `errors.fields`; null: nothing. */
export function startingProblem(
  n: number,
  lines: readonly { phase: number; starting?: boolean | undefined }[],
): string | null {
  const count = lines.filter((line) => line.phase === n && line.starting === true).length;
  if (count === 0) return "startingNeeded";
  return count > mostStarting ? "tooManyStarting" : null;
}
