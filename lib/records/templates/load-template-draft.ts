import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { inClinic } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import type { StandingTemplateDraft } from "@/lib/schemas/template";
import { loadDraftOf } from "./own-draft";

/**
 * The draft of a template, for whoever edits it. There is no health data in it.
 * @throws {NotFound} where the clinic has no such template, or no draft of it is open
 */
export async function loadTemplateDraft(actor: Actor, templateId: string): Promise<StandingTemplateDraft> {
  requirePermission(actor, "template.write");
  return inClinic(actor, async (tx) => {
    const draft = await loadDraftOf(tx, actor, templateId);
    if (!draft) throw new NotFound("template draft");
    return draft;
  });
}
