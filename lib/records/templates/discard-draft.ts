import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { inClinic } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { newestVersionId } from "./version-content";
import { lockOwnTemplate } from "./own-template";

/**
 * Discards the draft of an own template: its newest version stays what it is. A template that was never published goes with its draft.
 * @returns whether the template stays
 * @throws {NotFound} where no draft is open
 * @throws {Refused} `templateRetired`
 */
export async function discardDraft(actor: Actor, templateId: string): Promise<{ stays: boolean }> {
  requirePermission(actor, "template.write");
  return inClinic(actor, async (tx) => {
    const { clinicId, userId: retiredById, printedName: retiredByName } = actor;
    await lockOwnTemplate(tx, actor, templateId);
    const { count } = await tx.templateDraft.deleteMany({ where: { clinicId, templateId } });
    if (count === 0) throw new NotFound("template draft");
    const stays = (await newestVersionId(tx, clinicId, templateId)) !== null;
    if (!stays) {
      await tx.template.updateMany({
        where: { clinicId, id: templateId },
        data: { retiredAt: new Date(), retiredById, retiredByName, retiredReason: "discarded" },
      });
    }
    await recordAct(tx, actor, "template.discard", { kind: "template", id: templateId });
    return { stays };
  });
}
