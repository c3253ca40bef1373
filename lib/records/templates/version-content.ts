import { z } from "zod";
import type { ProtocolWithEntry } from "@/lib/clinical/entry-criteria";
import type { Text } from "@/lib/clinical/facts";
import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/in-clinic";
import { withNumbersOf } from "@/lib/draft/template-facts";
import { NotFound } from "@/lib/errors";
import { readSettings, settingsOfClinic, withClinicNumbers } from "@/lib/records/settings/current-settings";
import { dosageSchema } from "@/lib/schemas/dosage";
import { protocolFactsSchema } from "@/lib/schemas/stored-facts";
import { storedPhaseSchema, type TemplateFacts, type TemplateLine } from "@/lib/schemas/template";
import { textSchema } from "@/lib/schemas/text";

const lineRow = z.strictObject({
  id: z.string(),
  phase: z.number(),
  exercise: z.string(),
  dosage: dosageSchema,
  starting: z.boolean(),
  reason: textSchema.nullable(),
  overrideReason: textSchema.nullable(),
});
const versionRow = z.strictObject({
  versionId: z.string(),
  facts: protocolFactsSchema,
  techniques: z.array(textSchema),
  phases: z.array(storedPhaseSchema),
  lines: z.array(lineRow),
  names: z.record(z.string(), textSchema),
  settings: z.unknown(),
});

/** A published version in the form of a draft: `protocol` is what the rules read of it, with the clinic's numbers where it is shipped. */
export type VersionContent = {
  versionId: string;
  protocol: ProtocolWithEntry;
  facts: TemplateFacts;
  lines: TemplateLine[];
  /** Of its exercises, by code. */
  names: Readonly<Record<string, Text>>;
  /** The clinic's, as they stand now. */
  settings: ReturnType<typeof readSettings>;
};

/**
 * A published version of the clinic, whole, in one query. Its lines keep their ids, which are their origins too.
 * @throws {NotFound} where there is none
 * @throws when stored facts are not what the rules know
 */
export async function loadVersion(tx: Tx, clinicId: string, versionId: string): Promise<VersionContent> {
  const version = await newestOf(tx, clinicId, Prisma.sql`v.id = ${versionId}::uuid`);
  if (!version) throw new NotFound("template version");
  return version;
}

/** The newest published version among those of the versions v, of templates t, that are meant. */
async function newestOf(tx: Tx, clinicId: string, meant: Prisma.Sql): Promise<VersionContent | null> {
  const [row] = await tx.$queryRaw<{ version: unknown }[]>`
    SELECT jsonb_build_object('versionId', v.id, 'facts', v.facts, 'techniques', coalesce(v.facts -> 'techniques', t.techniques),
      'settings', ${settingsOfClinic(Prisma.sql`v.clinic_id`)}, 'names', (
        SELECT coalesce(jsonb_object_agg(x.code, x.facts -> 'name'), '{}') FROM exercise x
        WHERE x.clinic_id = v.clinic_id AND x.id IN (
          SELECT te.exercise_id FROM template_exercise te JOIN template_phase tp ON tp.clinic_id = te.clinic_id AND tp.id = te.phase_id
          WHERE te.clinic_id = v.clinic_id AND tp.version_id = v.id)),
      'phases', (
        SELECT jsonb_agg(tp.facts ORDER BY tp.n) FROM template_phase tp WHERE tp.clinic_id = v.clinic_id AND tp.version_id = v.id),
      'lines', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('id', te.id, 'phase', tp.n, 'exercise', x.code, 'dosage', te.dosage,
          'starting', te.starting, 'reason', te.reason, 'overrideReason', te.override_reason) ORDER BY tp.n, te.position), '[]')
        FROM template_phase tp
        JOIN template_exercise te ON te.clinic_id = tp.clinic_id AND te.phase_id = tp.id
        JOIN exercise x ON x.clinic_id = te.clinic_id AND x.id = te.exercise_id
        WHERE tp.clinic_id = v.clinic_id AND tp.version_id = v.id)) AS version
    FROM template_version v JOIN template t ON t.clinic_id = v.clinic_id AND t.id = v.template_id
    WHERE v.clinic_id = ${clinicId}::uuid AND ${meant} AND v.published_at IS NOT NULL
    ORDER BY v.number DESC LIMIT 1`;
  if (!row) return null;
  const { facts: stored, phases, lines, names, settings: chosen, ...version } = versionRow.parse(row.version);
  const settings = readSettings(chosen);
  const numbered = withClinicNumbers(settings, { protocols: { [stored.id]: stored }, exercises: {} });
  const protocol = numbered.protocols[stored.id] ?? stored;
  const { id, title, procedureType, region, anchor, sources } = protocol;
  return {
    versionId: version.versionId,
    ...{ names, protocol, settings },
    facts: {
      ...{ id, title, procedureType, region, anchor, sources, techniques: version.techniques },
      phases: withNumbersOf(phases, protocol),
    },
    lines: lines.map(({ reason, overrideReason, ...line }) => ({
      ...line,
      ...{
        noteToPatient: null,
        overrideReason: overrideReason?.en ?? null,
        templateLineId: line.id,
        startReason: reason,
      },
    })),
  };
}

/** The newest published version of a template. */
export async function newestVersionId(tx: Tx, clinicId: string, templateId: string): Promise<string | null> {
  const version = await tx.templateVersion.findFirst({
    where: { clinicId, templateId, publishedAt: { not: null } },
    orderBy: { number: "desc" },
    select: { id: true },
  });
  return version?.id ?? null;
}

/**
 * The shipped protocol by which an own template is measured: its newest version, with the clinic's numbers.
 * @throws {NotFound} where the clinic has not got it
 */
export async function loadShipped(tx: Tx, clinicId: string, protocolId: string): Promise<VersionContent> {
  const version = await newestOf(tx, clinicId, Prisma.sql`t.protocol_id = ${protocolId} AND t.origin = 'shipped'`);
  if (!version) throw new NotFound("protocol");
  return version;
}
