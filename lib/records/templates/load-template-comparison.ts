import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import type { Text } from "@/lib/clinical/facts";
import { inClinic, type Tx } from "@/lib/db/in-clinic";
import { compareLines, type LineChange } from "@/lib/draft/compare-lines";
import { comparePhases, type PhaseChange } from "@/lib/draft/compare-phases";
import { NotFound } from "@/lib/errors";
import type { TemplateComparison, TemplateFacts, TemplateLine, TemplateState } from "@/lib/schemas/template";
import { textSchema } from "@/lib/schemas/text";
import { namesOf } from "./names-of";
import { loadDraftOf } from "./own-draft";
import { loadShipped, loadVersion } from "./version-content";

export type ComparedTemplate = {
  templateId: string;
  title: Text;
  /** Newest first: what can be compared. */
  states: TemplateState[];
  from: TemplateState;
  to: TemplateState;
  phases: PhaseChange[];
  changes: LineChange[];
  /** By code. */
  names: Readonly<Record<string, Text>>;
};

/**
 * Any two states of a template side by side: versions, the draft, and for an own one the shipped protocol. Lines belong together by phase and
 * exercise.
 * @param wanted null: the newest state against the one before it, or against the shipped protocol
 * @throws {NotFound} where the clinic has no such template, or it lacks one of these states
 */
export async function loadTemplateComparison(
  actor: Actor,
  templateId: string,
  wanted: TemplateComparison | null,
): Promise<ComparedTemplate> {
  requirePermission(actor, "template.read");
  return inClinic(actor, async (tx) => {
    const { clinicId } = actor;
    const template = await tx.template.findFirst({
      where: { clinicId, id: templateId },
      include: {
        draft: { select: { version: true } },
        versions: {
          where: { publishedAt: { not: null } },
          orderBy: { number: "desc" },
          select: { id: true, number: true },
        },
      },
    });
    if (!template) throw new NotFound("template");
    const states: TemplateState[] = [
      ...(template.draft ? ["draft" as const] : []),
      ...template.versions.map(({ number }) => number),
      ...(template.origin === "clinic" ? ["shipped" as const] : []),
    ];
    const { from = states[1] ?? states[0], to = states[0] } = wanted ?? {};
    if (from === undefined || to === undefined) throw new NotFound("template version");
    const idOf = (state: TemplateState) => template.versions.find(({ number }) => number === state)?.id;
    const of = { id: templateId, protocolId: template.protocolId, idOf };
    const [before, after] = [await loadState(tx, clinicId, of, from), await loadState(tx, clinicId, of, to)];
    const names = await namesOf(tx, clinicId, [...before.lines, ...after.lines]);
    return {
      ...{ templateId, title: textSchema.parse(template.title), states, from, to },
      phases: comparePhases(before.facts.phases, after.facts.phases),
      changes: compareLines(before.lines.map(withoutId), after.lines.map(withoutId)),
      names,
    };
  });
}

type State = { facts: TemplateFacts; lines: TemplateLine[] };

async function loadState(
  tx: Tx,
  clinicId: string,
  { id, protocolId, idOf }: { id: string; protocolId: string; idOf: (state: TemplateState) => string | undefined },
  state: TemplateState,
): Promise<State> {
  if (state === "shipped") return loadShipped(tx, clinicId, protocolId);
  if (state === "draft") {
    const draft = await loadDraftOf(tx, { clinicId }, id);
    if (!draft) throw new NotFound("template draft");
    return draft;
  }
  const versionId = idOf(state);
  if (versionId === undefined) throw new NotFound("template version");
  return loadVersion(tx, clinicId, versionId);
}

/** Ids differ from version to version: a line is the same one by its phase and exercise. */
function withoutId({ phase, exercise, ...line }: TemplateLine): TemplateLine {
  return { ...line, phase, exercise, id: `${String(phase)} ${exercise}` };
}
