import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { inClinic } from "@/lib/db/in-clinic";
import { Conflict, NotFound } from "@/lib/errors";
import { versionFollowed } from "@/lib/draft/template-facts";
import { recordAct } from "@/lib/records/audit/record-act";
import { recordUse } from "@/lib/records/library/record-use";
import type { SaveTemplateDraftInput } from "@/lib/schemas/template";
import { checkLines } from "./check-lines";
import { lockDraftOf } from "./own-draft";

/**
 * Replaces the lines of a template's draft against the version that was read.
 * @returns the new version
 * @throws {Conflict} with the draft that stands now (`StandingTemplateDraft`), when somebody else was faster or has published the draft meant
 * @throws {NotFound} where no draft is open
 * @throws {Invalid} as `checkLines`
 */
export async function saveTemplateDraft(
  actor: Actor,
  { templateId, version, follows, lines }: SaveTemplateDraftInput,
): Promise<{ version: number }> {
  requirePermission(actor, "template.write");
  return inClinic(actor, async (tx) => {
    const { clinicId, userId: changedById } = actor;
    const draft = await lockDraftOf(tx, actor, templateId);
    if (!draft) throw new NotFound("template draft");
    const isOther = follows !== undefined && follows !== versionFollowed(draft);
    if (isOther || draft.version !== version) throw new Conflict("draft", draft);
    await checkLines(tx, clinicId, draft, { lines, phases: draft.facts.phases.length });
    await tx.templateDraft.updateMany({
      where: { clinicId, templateId },
      data: { lines, version: version + 1, changedAt: new Date(), changedById },
    });
    const already = new Set(draft.lines.map(({ exercise }) => exercise));
    await recordUse(tx, actor, new Set(lines.map(({ exercise }) => exercise)).difference(already));
    await recordAct(tx, actor, "template.draft", { kind: "template", id: templateId });
    return { version: version + 1 };
  });
}
