import { fieldErrors } from "@/lib/schemas/field-errors";
import { saveDraft } from "@/lib/records/programs/save-draft";
import { saveDraftSchema } from "@/lib/schemas/program";
import { answerDraft } from "./answer-draft";
import { answer } from "../json-answer";

/**
 * Saves a draft as the builder does by itself. A handler and not an action: a session that is over answers 401 and the page stays, with what is not
 * saved yet, and a page that is being closed may still send.
 */
export function PUT(request: Request): Promise<Response> {
  return answerDraft(request, async (actor, asked) => {
    const draft = saveDraftSchema.safeParse(asked);
    if (!draft.success) return answer(422, { error: "invalid", fields: fieldErrors(draft.error) });
    return answer(200, await saveDraft(actor, draft.data));
  });
}
