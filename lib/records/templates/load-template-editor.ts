import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import type { ProtocolWithEntry } from "@/lib/clinical/entry-criteria";
import type { ClinicalContent } from "@/lib/clinical/facts";
import type { ClinicalSettings } from "@/lib/clinical/settings";
import { Prisma } from "@/lib/db/generated/client";
import { inClinic, type Tx } from "@/lib/db/in-clinic";
import { protocolOf, withNumbersOf } from "@/lib/draft/template-facts";
import { NotFound } from "@/lib/errors";
import { inPlay } from "@/lib/records/programs/load-program";
import { type ExerciseWords, loadTemplate, type TemplatePhase } from "@/lib/records/programs/load-template";
import { readSettings, settingsOfClinic, withClinicNumbers } from "@/lib/records/settings/current-settings";
import { dosageSchema } from "@/lib/schemas/dosage";
import { protocolFactsSchema } from "@/lib/schemas/stored-facts";
import { storedPhaseSchema, type StandingTemplateDraft, type TemplatePhaseFacts } from "@/lib/schemas/template";
import { loadDraftOf } from "./own-draft";

const besideRow = z.strictObject({
  shipped: protocolFactsSchema,
  phases: z.array(storedPhaseSchema),
  publishedAt: z.iso.datetime({ offset: true }).nullable(),
  ownDosages: z.record(z.string(), dosageSchema),
});

/** Everything that the editor of a template and its rules need; there is no health data in it. */
export type TemplateEditor = {
  draft: StandingTemplateDraft;
  /** The draft as the rules read a protocol, as of its last save. */
  protocol: ProtocolWithEntry;
  /** The exercises of the lines and of the version before, and the shipped protocol, with the clinic's numbers. */
  content: ClinicalContent;
  /** The shipped protocol's phases. */
  shipped: readonly TemplatePhaseFacts[];
  /** The lines of the version that the draft was begun from, by its phases. */
  before: { protocol: ProtocolWithEntry; phases: readonly TemplatePhase[]; publishedAt: string | null };
  words: Readonly<Record<string, ExerciseWords>>;
  ownDosages: z.output<typeof besideRow>["ownDosages"];
  settings: ClinicalSettings;
};

/**
 * The open draft of a template with what it is judged by and what it was begun from, in three queries.
 * @throws {NotFound} where the clinic has no such template, or no draft of it is open
 * @throws when stored facts are not what the rules know
 */
export async function loadTemplateEditor(actor: Actor, templateId: string): Promise<TemplateEditor> {
  requirePermission(actor, "template.write");
  return inClinic(actor, async (tx) => {
    const draft = await loadDraftOf(tx, actor, templateId);
    if (!draft) throw new NotFound("template draft");
    const codes = draft.lines.map(({ exercise }) => exercise);
    const { content: known, phases, words } = await loadTemplate(tx, actor.clinicId, draft.basedOn.id, codes);
    const { shipped: stored, phases: shipped, settings, ...beside } = await loadBeside(tx, actor, draft);
    const before = known.protocols[draft.facts.id];
    if (!before) throw new NotFound("template version");
    const numbered = withClinicNumbers(settings, { exercises: known.exercises, protocols: { [stored.id]: stored } });
    return {
      draft,
      protocol: protocolOf(draft.facts, draft.lines),
      content: inPlay(numbered),
      shipped: withNumbersOf(shipped, numbered.protocols[stored.id] ?? stored),
      before: { protocol: before, phases, publishedAt: beside.publishedAt },
      words,
      ownDosages: beside.ownDosages,
      settings: settings.clinical,
    };
  });
}

async function loadBeside(tx: Tx, { clinicId, userId }: Actor, { facts, basedOn }: StandingTemplateDraft) {
  const [row] = await tx.$queryRaw<{ beside: unknown; settings: unknown }[]>`
    SELECT jsonb_build_object('shipped', v.facts,
      'phases', (
        SELECT jsonb_agg(tp.facts ORDER BY tp.n) FROM template_phase tp WHERE tp.clinic_id = v.clinic_id AND tp.version_id = v.id),
      'publishedAt', (SELECT b.published_at FROM template_version b WHERE b.clinic_id = v.clinic_id AND b.id = ${basedOn.id}::uuid),
      'ownDosages', (
        SELECT coalesce(jsonb_object_agg(x.code, ep.dosage), '{}')
        FROM exercise_preference ep JOIN exercise x ON x.clinic_id = ep.clinic_id AND x.id = ep.exercise_id
        WHERE ep.clinic_id = v.clinic_id AND ep.user_id = ${userId}::uuid AND ep.dosage IS NOT NULL)) AS beside,
      ${settingsOfClinic(Prisma.sql`v.clinic_id`)} AS settings
    FROM template_version v JOIN template t ON t.clinic_id = v.clinic_id AND t.id = v.template_id
    WHERE v.clinic_id = ${clinicId}::uuid AND t.protocol_id = ${facts.id} AND t.origin = 'shipped' AND v.published_at IS NOT NULL
    ORDER BY v.number DESC LIMIT 1`;
  if (!row) throw new NotFound("protocol");
  return { ...besideRow.parse(row.beside), settings: readSettings(row.settings) };
}
