import { readWatcher } from "@/lib/access/read-actor";
import { Denied, NotFound } from "@/lib/errors";
import { loadOfflinePlan } from "@/lib/records/today/load-offline-plan";
import { answer, answerToError } from "../json-answer";

/**
 * What the patient's phone keeps to go on without network. A page asks for it by itself, so it is no activity of its person. 409: somebody else
 * than the page says is signed in; 204: there is nothing to keep, and what the phone has is to go.
 */
export async function GET(request: Request): Promise<Response> {
  const actor = await readWatcher();
  if (!actor) return answer(401, { error: "signed-out" });
  const person = request.headers.get("x-phasewise-person");
  if (person !== null && person !== actor.userId) return answer(409, { error: "other-person" });
  try {
    return answer(200, await loadOfflinePlan(actor));
  } catch (error) {
    // 204 and not 404: that there is nothing to keep is no fault, and browsers tell of every 404.
    const isEmpty = error instanceof NotFound && !(error instanceof Denied);
    if (isEmpty) return new Response(null, { status: 204, headers: { "Cache-Control": "no-store" } });
    return answerToError(error, actor, ({ what }) => answer(409, { error: "conflict", what }));
  }
}
