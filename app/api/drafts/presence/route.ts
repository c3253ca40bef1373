import { fieldErrors } from "@/lib/schemas/field-errors";
import { watchDraft } from "@/lib/records/programs/watch-draft";
import { watchDraftSchema } from "@/lib/schemas/program";
import { answerDraft } from "../answer-draft";
import { answer } from "../../json-answer";

/** Who is in a draft now, and whether it has moved on: asked by the builder every few seconds, as a quiet request. */
export function POST(request: Request): Promise<Response> {
  return answerDraft(request, async (actor, asked) => {
    const watched = watchDraftSchema.safeParse(asked);
    if (!watched.success) return answer(422, { error: "invalid", fields: fieldErrors(watched.error) });
    return answer(200, await watchDraft(actor, watched.data));
  });
}
