import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import type { Text } from "@/lib/clinical/facts";
import { inClinic } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import type { StandingTemplateDraft } from "@/lib/schemas/template";
import { loadDraftOf } from "./own-draft";
import { reviewDraft, type ReviewedDraft } from "./review-draft";

export type PublishPage = Pick<ReviewedDraft, "review" | "lessStrict"> & {
  draft: StandingTemplateDraft;
  /** The number that it would get. */
  number: number;
  /** Programs that run by earlier versions, of everybody. */
  programs: number;
  names: Readonly<Record<string, Text>>;
};

/**
 * The draft of a template as it would be published now, with what keeps it from that.
 * @throws {NotFound} where no draft is open
 */
export async function loadPublishPage(actor: Actor, templateId: string): Promise<PublishPage> {
  requirePermission(actor, "template.publish");
  return inClinic(actor, async (tx) => {
    const { clinicId } = actor;
    const draft = await loadDraftOf(tx, actor, templateId);
    if (!draft) throw new NotFound("template draft");
    const { review, lessStrict, exercises } = await reviewDraft(tx, clinicId, draft);
    const names = Object.fromEntries([...exercises].map(([code, { facts }]) => [code, facts.name]));
    const number = 1 + (draft.basedOn.isOwn ? draft.basedOn.number : 0);
    const programs = await tx.program.count({
      where: { clinicId, templateVersion: { templateId }, state: { in: ["draft", "active", "held"] } },
    });
    return { draft, review, lessStrict, number, programs, names };
  });
}
