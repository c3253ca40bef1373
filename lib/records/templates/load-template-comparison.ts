import { z } from "zod";
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
    const template = await findTemplate(tx, clinicId, templateId);
    const states: TemplateState[] = [
      ...(template.hasDraft ? ["draft" as const] : []),
      ...template.versions.map(({ number }) => number),
      ...(template.isOwn ? ["shipped" as const] : []),
    ];
    const { from = states[1] ?? states[0], to = states[0] } = wanted ?? {};
    if (from === undefined || to === undefined) throw new NotFound("template version");
    const idOf = (state: TemplateState) => template.versions.find(({ number }) => number === state)?.id;
    const of = { id: templateId, protocolId: template.protocolId, idOf };
    const [before, after] = [await loadState(tx, clinicId, of, from), await loadState(tx, clinicId, of, to)];
    const names = await namesOf(tx, clinicId, [...before.lines, ...after.lines]);
    return {
      ...{ templateId, title: template.title, states, from, to },
      phases: comparePhases(before.facts.phases, after.facts.phases),
      changes: compareLines(before.lines.map(withoutId), after.lines.map(withoutId)),
      names,
    };
  });
}

const templateRow = z.strictObject({
  title: textSchema,
  protocolId: z.string(),
  isOwn: z.boolean(),
  hasDraft: z.boolean(),
  /** The published ones, newest first. */
  versions: z.array(z.strictObject({ id: z.string(), number: z.number() })),
});

async function findTemplate(tx: Tx, clinicId: string, templateId: string): Promise<z.output<typeof templateRow>> {
  const [row] = await tx.$queryRaw<{ template: unknown }[]>`
    SELECT jsonb_build_object('title', t.title, 'protocolId', t.protocol_id, 'isOwn', t.origin = 'clinic',
      'hasDraft', EXISTS (SELECT FROM template_draft d WHERE d.clinic_id = t.clinic_id AND d.template_id = t.id),
      'versions', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'number', v.number) ORDER BY v.number DESC), '[]')
        FROM template_version v WHERE v.clinic_id = t.clinic_id AND v.template_id = t.id AND v.published_at IS NOT NULL)) AS template
    FROM template t WHERE t.clinic_id = ${clinicId}::uuid AND t.id = ${templateId}::uuid`;
  if (!row) throw new NotFound("template");
  return templateRow.parse(row.template);
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
