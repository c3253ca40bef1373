import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import type { RestrictionTerms } from "@/lib/clinical/restriction-strictness";
import { dayIn } from "@/lib/dates";
import { inClinic } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { withClinicNumbers, readSettings, settingsOfClinic } from "@/lib/records/settings/current-settings";
import { Prisma } from "@/lib/db/generated/client";
import type { UsualRestrictionsInput } from "@/lib/schemas/restriction";
import { protocolFactsSchema } from "@/lib/schemas/stored-facts";
import { textSchema } from "@/lib/schemas/text";
import { usualOf } from "./usual";

const row = z.strictObject({
  facts: protocolFactsSchema,
  phaseWords: z.array(z.strictObject({ n: z.number(), brace: textSchema.nullable(), driving: textSchema.nullable() })),
  settings: z.unknown(),
});

/**
 * What is usually ordered today after a procedure, for the form of an admission: of no patient yet. What the content leaves to the surgeon is not
 * among it.
 * @throws {NotFound} of a protocol that the clinic has not published
 */
export async function loadUsual(
  actor: Actor,
  { protocolId, templateId, region, procedureDate, pathwayStart }: UsualRestrictionsInput,
  now: Date = new Date(),
): Promise<RestrictionTerms[]> {
  requirePermission(actor, "patient.create");
  return inClinic(actor, async (tx) => {
    const [found] = await tx.$queryRaw<{ usual: unknown }[]>`
      SELECT jsonb_build_object('facts', v.facts, 'settings', ${settingsOfClinic(Prisma.sql`t.clinic_id`)}, 'phaseWords', (
        SELECT jsonb_agg(jsonb_build_object('n', tp.n, 'brace', tp.facts #> '{limits,brace}', 'driving', tp.facts #> '{limits,driving}') ORDER BY tp.n)
        FROM template_phase tp WHERE tp.clinic_id = v.clinic_id AND tp.version_id = v.id)) AS usual
      FROM template t JOIN template_version v ON v.clinic_id = t.clinic_id AND v.template_id = t.id AND v.published_at IS NOT NULL
      WHERE t.clinic_id = ${actor.clinicId}::uuid AND t.protocol_id = ${protocolId} AND t.retired_at IS NULL
        AND (t.id = ${templateId}::uuid OR (${templateId}::uuid IS NULL AND t.origin = 'shipped'))
      ORDER BY v.number DESC LIMIT 1`;
    if (!found) throw new NotFound("protocol");
    const { facts, phaseWords, settings: stored } = row.parse(found.usual);
    const settings = readSettings(stored);
    const content = withClinicNumbers(settings, { protocols: { [facts.id]: facts }, exercises: {} });
    const today = dayIn(actor.clinic.timeZone, now);
    const of = { own: content.protocols[facts.id] ?? facts, phaseWords, region, today, shiftDays: 0 };
    const { usual } = usualOf(of, { anchor: pathwayStart ?? procedureDate, currentPhase: null, settings });
    return usual.filter(({ condition }) => condition === null).map(({ terms }) => terms);
  });
}
