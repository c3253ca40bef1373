import type { Actor } from "@/lib/access/actor";
import { Conflict, Denied, Invalid, isKnownError, Refused } from "@/lib/errors";
import { recordDenial } from "@/lib/records/audit/record-denial";

/** An answer as JSON, which nothing on the way keeps. */
export function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: { "Cache-Control": "no-store" } });
}

/** The object that a request sends; null where it sends none. */
export async function bodyOf(request: Request): Promise<object | null> {
  const body: unknown = await request.json().catch(() => undefined);
  return typeof body === "object" && body !== null && !Array.isArray(body) ? body : null;
}

/**
 * The closed set of errors as an answer; a denial is written down.
 * @param onConflict what a conflict answers
 * @throws every other error
 */
export async function answerToError(
  error: unknown,
  actor: Actor,
  onConflict: (conflict: Conflict) => Response,
): Promise<Response> {
  if (!isKnownError(error)) throw error;
  if (error instanceof Denied) await recordDenial(actor, error.what);
  if (error instanceof Invalid) return answer(422, { error: "invalid", fields: error.fields });
  if (error instanceof Conflict) return onConflict(error);
  if (error instanceof Refused) return answer(409, { error: "refused", reason: error.reason });
  return answer(404, { error: "not-found" });
}
