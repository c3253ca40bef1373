import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import type { Text } from "@/lib/clinical/facts";
import { inClinic, type Tx } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { recordActs } from "@/lib/records/audit/record-act";
import type { TemplateFacts, TemplateLine } from "@/lib/schemas/template";
import { textSchema } from "@/lib/schemas/text";
import { namesOf } from "./names-of";
import { loadDraftOf } from "./own-draft";
import { isGenuine, loadVersionContent } from "./version-digest";
import { loadVersion } from "./version-content";

const instant = z.iso.datetime({ offset: true });
const version = z.strictObject({
  id: z.string(),
  number: z.number(),
  note: z.string(),
  publishedAt: instant,
  publishedById: z.string().nullable(),
  publishedName: z.string().nullable(),
  meaning: z.string().nullable(),
  sha256: z.string().nullable(),
  lessStrict: z.array(z.object({ phase: z.number(), because: textSchema })),
  lessStrictReason: z.string().nullable(),
  /** Programs of everybody that run by it. */
  programs: z.number(),
});
const templateRow = z.strictObject({
  id: z.string(),
  isOwn: z.boolean(),
  title: textSchema,
  begunFrom: z.strictObject({ templateId: z.string(), title: textSchema, number: z.number() }).nullable(),
  retired: z.strictObject({ at: instant, by: z.string(), reason: z.string() }).nullable(),
  /** Open now, of an own one. */
  draft: z
    .strictObject({
      ...{ changedAt: instant, changedBy: z.string(), phasesVersion: z.number() },
      ...{ title: textSchema, techniques: z.array(textSchema) },
    })
    .nullable(),
  /** Newest first. */
  versions: z.array(version),
  mine: z.array(
    z.strictObject({
      programId: z.string(),
      patientId: z.string(),
      name: z.string(),
      mrn: z.string(),
      number: z.number(),
      phase: z.number().nullable(),
      state: z.enum(["draft", "active", "held"]),
      /** A draft is open: `proposed` where it brings a newer version, `outdated` where a still newer one may take its place. */
      draft: z.enum(["open", "proposed", "outdated"]).nullable(),
    }),
  ),
});
type Stored = z.output<typeof templateRow>;

export type TemplateVersionShown = Omit<Stored["versions"][number], "publishedById" | "meaning" | "sha256"> & {
  /** The digest, computed again; null for a shipped one, which nobody signed. */
  isGenuine: boolean | null;
};

export type TemplatePage = Omit<Stored, "versions"> & {
  versions: TemplateVersionShown[];
  /** Of the newest version; of the draft where there is none yet. */
  facts: TemplateFacts;
  lines: TemplateLine[];
  /** By code. */
  names: Readonly<Record<string, Text>>;
};

/**
 * A template with its phases, its history and which of the actor's patients run by which version; of everybody else only a count. That their
 * names are read is audited on each record.
 * @throws {NotFound} where the clinic has none with this id, or it was discarded before any version
 */
export async function loadTemplatePage(actor: Actor, templateId: string): Promise<TemplatePage> {
  requirePermission(actor, "template.read");
  return inClinic(actor, async (tx) => {
    const { clinicId } = actor;
    const template = await findTemplate(tx, actor, templateId);
    const [newest] = template.versions;
    const shown = newest ? await loadVersion(tx, clinicId, newest.id) : await loadFirstDraft(tx, clinicId, templateId);
    const stored = template.isOwn ? await loadVersionContent(tx, clinicId, templateId) : null;
    const read = template.mine.map(({ programId: id, patientId }) => ({ kind: "program", id, patientId }));
    await recordActs(tx, actor, "template.read", [{ kind: "template", id: templateId }, ...read]);
    return {
      ...template,
      versions: template.versions.map(({ publishedById, meaning, sha256, ...one }) => ({
        ...one,
        isGenuine:
          stored && publishedById && one.publishedName && meaning && sha256
            ? isGenuine(stored.get(one.number), {
                ...one,
                publishedById,
                publishedName: one.publishedName,
                meaning,
                sha256,
              })
            : null,
      })),
      ...{ facts: shown.facts, lines: shown.lines, names: shown.names },
    };
  });
}

async function loadFirstDraft(tx: Tx, clinicId: string, templateId: string) {
  const draft = await loadDraftOf(tx, { clinicId }, templateId);
  if (!draft) throw new NotFound("template");
  return { ...draft, names: await namesOf(tx, clinicId, draft.lines) };
}

async function findTemplate(tx: Tx, actor: Actor, templateId: string): Promise<Stored> {
  const [row] = await tx.$queryRaw<{ template: unknown }[]>`
    SELECT jsonb_build_object('id', t.id, 'isOwn', t.origin = 'clinic', 'title', t.title,
      'begunFrom', (
        SELECT jsonb_build_object('templateId', o.id, 'title', v.facts -> 'title', 'number', v.number)
        FROM template_version v JOIN template o ON o.clinic_id = v.clinic_id AND o.id = v.template_id
        WHERE v.clinic_id = t.clinic_id AND v.id = t.begun_from_id),
      'retired', CASE WHEN t.retired_by_name IS NULL THEN NULL
        ELSE jsonb_build_object('at', t.retired_at, 'by', t.retired_by_name, 'reason', t.retired_reason) END,
      'draft', (
        SELECT jsonb_build_object('changedAt', d.changed_at, 'changedBy', u.display_name, 'phasesVersion', d.phases_version,
          'title', d.facts -> 'title', 'techniques', d.facts -> 'techniques')
        FROM template_draft d JOIN clinic_user u ON u.clinic_id = d.clinic_id AND u.id = d.changed_by_id
        WHERE d.clinic_id = t.clinic_id AND d.template_id = t.id),
      'versions', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'number', v.number, 'note', v.note, 'publishedAt', v.published_at,
          'publishedById', v.published_by_id, 'publishedName', v.published_name, 'meaning', v.meaning, 'sha256', v.sha256,
          'lessStrict', v.less_strict, 'lessStrictReason', v.less_strict_reason, 'programs', (
            SELECT count(*) FROM program p
            WHERE p.clinic_id = v.clinic_id AND p.template_version_id = v.id AND p.state IN ('draft', 'active', 'held'))) ORDER BY v.number DESC), '[]')
        FROM template_version v WHERE v.clinic_id = t.clinic_id AND v.template_id = t.id AND v.published_at IS NOT NULL),
      'mine', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('programId', p.id, 'patientId', pt.id, 'name', pt.given_name || ' ' || pt.family_name,
          'mrn', pt.mrn, 'number', v.number, 'phase', p.current_phase, 'state', p.state,
          'draft', CASE WHEN d.program_id IS NULL THEN NULL WHEN d.template_version_id IS NULL THEN 'open'
            WHEN d.changed_by_id IS NULL AND (d.proposed -> 'to' ->> 'number')::int < (
              SELECT max(newest.number) FROM template_version newest
              WHERE newest.clinic_id = t.clinic_id AND newest.template_id = t.id AND newest.published_at IS NOT NULL) THEN 'outdated'
            ELSE 'proposed' END)
          ORDER BY v.number, pt.family_name, pt.given_name), '[]')
        FROM program p
        JOIN template_version v ON v.clinic_id = p.clinic_id AND v.id = p.template_version_id AND v.template_id = t.id
        JOIN patient pt ON pt.clinic_id = p.clinic_id AND pt.id = p.patient_id
        JOIN care_team_member m ON m.clinic_id = p.clinic_id AND m.patient_id = p.patient_id AND m.left_at IS NULL
          AND m.user_id = ${actor.userId}::uuid
        LEFT JOIN program_draft d ON d.clinic_id = p.clinic_id AND d.program_id = p.id
        WHERE p.clinic_id = t.clinic_id AND p.state IN ('draft', 'active', 'held'))) AS template
    FROM template t WHERE t.clinic_id = ${actor.clinicId}::uuid AND t.id = ${templateId}::uuid`;
  if (!row) throw new NotFound("template");
  return templateRow.parse(row.template);
}
