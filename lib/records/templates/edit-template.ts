import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { inClinic } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { loadVersion, newestVersionId } from "./version-content";
import { lockOwnTemplate } from "./own-template";

/**
 * Begins the next version of an own template: a draft with phases and lines of the newest one. Where a draft is open already it is left as it is.
 * @throws {NotFound} of a shipped template, or one of another clinic
 * @throws {Refused} `templateRetired`
 */
export async function editTemplate(actor: Actor, templateId: string): Promise<void> {
  requirePermission(actor, "template.write");
  await inClinic(actor, async (tx) => {
    const { clinicId, userId: changedById } = actor;
    await lockOwnTemplate(tx, actor, templateId);
    if (await tx.templateDraft.findFirst({ where: { clinicId, templateId }, select: { version: true } })) return;
    const versionId = await newestVersionId(tx, clinicId, templateId);
    if (versionId === null) throw new NotFound("template version");
    const { facts, lines } = await loadVersion(tx, clinicId, versionId);
    await tx.templateDraft.create({
      data: { clinicId, templateId, facts, lines, basedOnVersionId: versionId, changedById },
    });
    await recordAct(tx, actor, "template.draft", { kind: "template", id: templateId });
  });
}
