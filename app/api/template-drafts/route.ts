import { Conflict } from "@/lib/errors";
import { saveTemplateDraft } from "@/lib/records/templates/save-template-draft";
import { fieldErrors } from "@/lib/schemas/field-errors";
import { saveTemplateDraftSchema, templateDraftSchema } from "@/lib/schemas/template";
import { answerDraft } from "../drafts/answer-draft";
import { answer } from "../json-answer";
import { standingOf } from "./standing";

/** Saves the lines of a template's draft as the builder does by itself, like those of a program. */
export function PUT(request: Request): Promise<Response> {
  return answerDraft(request, async (actor, asked) => {
    const draft = saveTemplateDraftSchema.safeParse(asked);
    if (!draft.success) return answer(422, { error: "invalid", fields: fieldErrors(draft.error) });
    try {
      return answer(200, await saveTemplateDraft(actor, draft.data));
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      throw new Conflict(error.what, standingOf(templateDraftSchema.parse(error.current)));
    }
  });
}
