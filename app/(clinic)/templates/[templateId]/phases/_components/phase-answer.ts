import type { ActionResult } from "@/lib/action";
import { versionFollowed } from "@/lib/draft/template-facts";
import { templateDraftSchema, type TemplatePhaseFacts } from "@/lib/schemas/template";
import { type TypedPhase, phaseTyped } from "./phase-values";
import type { Versions } from "./versions";

/** What a form about phases gets back. */
export type PhasesAnswer = {
  status: "none" | ActionResult<unknown>["status"];
  /** Message keys by the field's name. */
  fields: Record<string, string>;
  /** What was typed, so that nothing is lost. */
  sent: Record<string, string>;
};
export const noAnswer: PhasesAnswer = { status: "none", fields: {}, sent: {} };

export type PhaseAnswer = {
  status: PhasesAnswer["status"];
  fields: Record<string, string>;
  typed: TypedPhase | null;
  /** What somebody else made of the phase meanwhile; the next save is against it. `phase` is null where it is gone. */
  standing: { versions: Versions; by: string; phase: TypedPhase | null } | null;
  /** Another one for every answer: the form begins anew with what was typed. */
  key: string;
};
export const noPhaseAnswer: PhaseAnswer = { status: "none", fields: {}, typed: null, standing: null, key: "" };

/** The answer to what the form of a phase sent. */
export function answerForPhase(result: ActionResult<unknown>, typed: TypedPhase, n: number): PhaseAnswer {
  const answer = { ...noPhaseAnswer, status: result.status, typed, key: crypto.randomUUID() };
  if (result.status === "invalid") return { ...answer, fields: byFormName(result.fields) };
  if (result.status !== "conflict") return answer;
  const read = templateDraftSchema.safeParse(result.current);
  if (!read.success) return answer;
  const { version, phasesVersion, changedBy: by, facts } = read.data;
  const versions = { version, phasesVersion, follows: versionFollowed(read.data) };
  const phase: TemplatePhaseFacts | undefined = facts.phases.find((one) => one.n === n);
  return { ...answer, standing: { versions, by, phase: phase ? phaseTyped(phase) : null } };
}

/** An error about one of several choices is about all of them. */
function byFormName(fields: Readonly<Record<string, string>>): Record<string, string> {
  const named = Object.entries(fields).map(([path, key]) => {
    const name = path.replace(/^phase\./, "").replace(/^((?:entryCriteria\.clearances)|(?:blockedTags))\.\d+$/, "$1");
    return [name, key] as const;
  });
  return Object.fromEntries(named);
}
