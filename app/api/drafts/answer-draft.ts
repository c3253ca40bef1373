import type { Actor } from "@/lib/access/actor";
import { readActor, readWatcher } from "@/lib/access/read-actor";
import { answer, answerToError, bodyOf } from "../json-answer";

/**
 * The adapter of what the builder sends by itself. The page names whose it is: once somebody else has signed in beside it in the same browser, it is
 * nobody's, so that one person's changes are never saved in another's name. A `quiet` request does not count as activity.
 */
export async function answerDraft(
  request: Request,
  act: (actor: Actor, asked: object) => Promise<Response>,
): Promise<Response> {
  const actor = await (new URL(request.url).searchParams.has("quiet") ? readWatcher() : readActor());
  if (!actor) return answer(401, { error: "signed-out" });
  const body = await bodyOf(request);
  if (body === null) return answer(400, { error: "malformed" });
  const { editor, ...asked }: { editor?: unknown } = body;
  if (editor !== undefined && editor !== actor.userId) return answer(401, { error: "somebody-else" });
  try {
    return await act(actor, asked);
  } catch (error) {
    return answerToError(error, actor, ({ current }) => answer(409, { error: "conflict", current }));
  }
}
