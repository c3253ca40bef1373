import type { Actor } from "@/lib/access/actor";
import { readActor, readWatcher } from "@/lib/access/read-actor";
import { Conflict, Denied, Invalid, isKnownError, Refused } from "@/lib/errors";
import { recordDenial } from "@/lib/records/audit/record-denial";

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
  const body: unknown = await request.json().catch(() => undefined);
  if (typeof body !== "object" || body === null || Array.isArray(body)) return answer(400, { error: "malformed" });
  const { editor, ...asked }: { editor?: unknown } = body;
  if (editor !== undefined && editor !== actor.userId) return answer(401, { error: "somebody-else" });
  try {
    return await act(actor, asked);
  } catch (error) {
    if (!isKnownError(error)) throw error;
    if (error instanceof Denied) await recordDenial(actor, error.what);
    if (error instanceof Invalid) return answer(422, { error: "invalid", fields: error.fields });
    if (error instanceof Conflict) return answer(409, { error: "conflict", current: error.current });
    if (error instanceof Refused) return answer(409, { error: "refused", reason: error.reason });
    return answer(404, { error: "not-found" });
  }
}

export function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: { "Cache-Control": "no-store" } });
}
