import { versionFollowed } from "@/lib/draft/template-facts";
import { loadTemplateDraft } from "@/lib/records/templates/load-template-draft";
import { fieldErrors } from "@/lib/schemas/field-errors";
import type { DraftWatch } from "@/lib/schemas/program";
import { watchTemplateDraftSchema } from "@/lib/schemas/template-phase";
import { answerDraft } from "../../drafts/answer-draft";
import { answer } from "../../json-answer";
import { standingOf } from "../standing";

/** Whether a template's draft has moved on: asked by the builder every few seconds, as a quiet request. Who else is in it nobody asks. */
export function POST(request: Request): Promise<Response> {
  return answerDraft(request, async (actor, asked) => {
    const watched = watchTemplateDraftSchema.safeParse(asked);
    if (!watched.success) return answer(422, { error: "invalid", fields: fieldErrors(watched.error) });
    const { templateId, version, follows } = watched.data;
    const draft = await loadTemplateDraft(actor, templateId);
    const isOther = follows !== versionFollowed(draft);
    const watch: DraftWatch = {
      others: [],
      standing: isOther || draft.version === version ? null : standingOf(draft),
      ended: isOther ? { because: "closed" } : null,
    };
    return answer(200, watch);
  });
}
