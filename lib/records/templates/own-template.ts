import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/in-clinic";
import { NotFound, Refused } from "@/lib/errors";

/** A template of the clinic's own, locked. */
export type OwnTemplate = { id: string; protocolId: string };

/**
 * Locks a template of the clinic's own for a change of it.
 * @throws {NotFound} where the clinic has none with this id, or it is a shipped one
 * @throws {Refused} `templateRetired`
 */
export async function lockOwnTemplate(
  tx: Tx,
  { clinicId }: Pick<Actor, "clinicId">,
  templateId: string,
): Promise<OwnTemplate> {
  await tx.$queryRaw`SELECT 1 FROM template WHERE clinic_id = ${clinicId}::uuid AND id = ${templateId}::uuid FOR NO KEY UPDATE`;
  const template = await tx.template.findFirst({
    where: { clinicId, id: templateId, origin: "clinic" },
    select: { id: true, protocolId: true, retiredAt: true },
  });
  if (!template) throw new NotFound("template");
  if (template.retiredAt !== null) throw new Refused("templateRetired");
  return { id: template.id, protocolId: template.protocolId };
}
