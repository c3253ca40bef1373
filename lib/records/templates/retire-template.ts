import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { inClinic } from "@/lib/db/in-clinic";
import { recordAct } from "@/lib/records/audit/record-act";
import type { RetireTemplateInput } from "@/lib/schemas/template";
import { lockOwnTemplate } from "./own-template";

/**
 * Retires an own template: nobody is assigned it any more, whoever has it goes on. A draft of it goes.
 * @throws {NotFound} of a shipped template, or one of another clinic
 * @throws {Refused} `templateRetired` where it is already
 */
export async function retireTemplate(actor: Actor, { templateId, reason }: RetireTemplateInput): Promise<void> {
  requirePermission(actor, "template.publish");
  await inClinic(actor, async (tx) => {
    const { clinicId, userId: retiredById, printedName: retiredByName } = actor;
    await lockOwnTemplate(tx, actor, templateId);
    await tx.templateDraft.deleteMany({ where: { clinicId, templateId } });
    await tx.template.updateMany({
      where: { clinicId, id: templateId },
      data: { retiredAt: new Date(), retiredById, retiredByName, retiredReason: reason },
    });
    await recordAct(tx, actor, "template.retire", { kind: "template", id: templateId });
  });
}
