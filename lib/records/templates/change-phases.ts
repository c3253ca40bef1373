import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { phaseProblems } from "@/lib/clinical/template-phase-problems";
import { protocolOf, versionFollowed } from "@/lib/draft/template-facts";
import { withPhase, withPhaseAfter, withoutPhase } from "@/lib/draft/template-phases";
import { Conflict, Invalid, NotFound } from "@/lib/errors";
import { mostPhases, type StandingTemplateDraft, type TemplateFacts } from "@/lib/schemas/template";
import type { AddPhaseInput, ChangePhaseInput, RemovePhaseInput } from "@/lib/schemas/template-phase";
import { loadTemplateDraft } from "./load-template-draft";
import { saveTemplatePhases } from "./save-template-phases";

/**
 * Replaces one phase of a template's draft.
 * @throws {Conflict} with the draft that stands, when its phases have moved on
 * @throws {Invalid} by the paths of the form, on days that overlap or leave a gap with the phases beside it
 * @throws {NotFound} where no draft is open, or it has no such phase
 */
export async function changePhase(actor: Actor, { n, phase, ...read }: ChangePhaseInput): Promise<void> {
  const { facts: before } = await readDraft(actor, read, n);
  const facts = withPhase(before, n, phase);
  const problems = problemsAt(facts, n);
  if (Object.keys(problems).length > 0) throw new Invalid(problems);
  const { templateId, phasesVersion } = read;
  await saveTemplatePhases(actor, { templateId, phasesVersion, facts });
}

/**
 * Makes a new phase of the later days of another.
 * @throws {Conflict} {NotFound} as `changePhase`
 * @throws {Invalid} on a day that the phase does not have, and on more phases than a template may have
 */
export async function addPhase(actor: Actor, input: AddPhaseInput): Promise<void> {
  const { templateId, phasesVersion, version, after, name, dayStart } = input;
  const draft = await readDraft(actor, input, after);
  const { dayStart: first, dayEndExclusive: end } = draft.facts.phases[after - 1] ?? {
    dayStart: 0,
    dayEndExclusive: 0,
  };
  if (dayStart <= first || (end !== null && dayStart >= end)) throw new Invalid({ dayStart: "notInPhase" });
  if (draft.facts.phases.length >= mostPhases) throw new Invalid({ after: "tooMany" });
  const { facts, lines } = withPhaseAfter(draft, after, { name, dayStart });
  await saveTemplatePhases(actor, { templateId, phasesVersion, facts, moved: { version, lines } });
}

/**
 * Removes a phase, and moves or removes its lines.
 * @throws {Conflict} {NotFound} as `changePhase`
 * @throws {Invalid} of the only phase, and on a phase for the lines that is not there
 */
export async function removePhase(actor: Actor, input: RemovePhaseInput): Promise<void> {
  const { templateId, phasesVersion, version, n, lines: to } = input;
  const draft = await readDraft(actor, input, n);
  const last = draft.facts.phases.length;
  if (last === 1) throw new Invalid({ n: "onlyPhase" });
  if ((to === "before" && n === 1) || (to === "after" && n === last)) throw new Invalid({ lines: "noSuchPhase" });
  const { facts, lines } = withoutPhase(draft, n, to);
  await saveTemplatePhases(actor, { templateId, phasesVersion, facts, moved: { version, lines } });
}

/** What a form names of the draft that it was filled from. */
type ReadDraft = { templateId: string; phasesVersion: number; follows: number };

async function readDraft(
  actor: Actor,
  { templateId, phasesVersion, follows }: ReadDraft,
  n: number,
): Promise<StandingTemplateDraft> {
  requirePermission(actor, "template.write");
  const draft = await loadTemplateDraft(actor, templateId);
  if (draft.phasesVersion !== phasesVersion || versionFollowed(draft) !== follows) throw new Conflict("draft", draft);
  if (n > draft.facts.phases.length) throw new NotFound("phase");
  return draft;
}

/** The words of a problem that a phase makes for the one beside it. */
const ofBefore = new Map([
  ["daysGap", "daysGapBefore"],
  ["daysOverlap", "daysOverlapBefore"],
  ["endsBeforeItBegins", "noDayBefore"],
]);
const ofAfter = new Map([["endsBeforeItBegins", "noDayAfter"]]);

/** What is wrong with a phase, by its form's paths; days of the phases beside it that it makes wrong count as its own. */
function problemsAt(facts: TemplateFacts, n: number): Record<string, string> {
  const found = Object.entries(phaseProblems(protocolOf(facts, []).phases));
  return Object.fromEntries(
    found.flatMap(([path, problem]) => {
      const [, index = "", field = ""] = /^phases\.(\d+)\.(.+)$/.exec(path) ?? [];
      const of = Number(index) + 1;
      if (of === n) return [[`phase.${field}`, problem]];
      if (!field.startsWith("day")) return [];
      if (of === n - 1) return [["phase.dayStart", ofBefore.get(problem) ?? problem]];
      return of === n + 1 ? [["phase.dayEndExclusive", ofAfter.get(problem) ?? problem]] : [];
    }),
  );
}
