import { getLocale } from "next-intl/server";
import { readActor } from "@/lib/access/read-actor";
import { Conflict, Denied, Invalid, isKnownError } from "@/lib/errors";
import { fieldErrors } from "@/lib/schemas/field-errors";
import { recordDenial } from "@/lib/records/audit/record-denial";
import { loadPainHistory } from "@/lib/records/check-ins/pain-history";
import { reportCheckIn } from "@/lib/records/check-ins/report-check-in";
import { checkInSchema } from "@/lib/schemas/check-in";
import type { Actor } from "@/lib/access/actor";

/** A report as JSON, as a phone sends it that was offline: 201 the first time, 200 with the same answer every time after. */
export async function POST(request: Request): Promise<Response> {
  const actor = await readActor();
  if (!actor) return answer(401, { error: "signed-out" });
  const body: unknown = await request.json().catch(() => undefined);
  if (typeof body !== "object" || body === null || Array.isArray(body)) return answer(400, { error: "malformed" });
  const report = checkInSchema.safeParse(body);
  if (!report.success) return answer(422, { error: "invalid", fields: fieldErrors(report.error) });
  return orKnownError(actor, async () => {
    const { messages, isRepeat, ...result } = await reportCheckIn(actor, report.data);
    const locale = await getLocale();
    return answer(isRepeat ? 200 : 201, { ...result, messages: messages.map((text) => text[locale]) });
  });
}

/** One's own reports of twelve months, newest first. */
export async function GET(): Promise<Response> {
  const actor = await readActor();
  if (!actor) return answer(401, { error: "signed-out" });
  return orKnownError(actor, async () => answer(200, { checkIns: await loadPainHistory(actor) }));
}

/** The closed set of errors as statuses; a key that was used for another report cannot be processed (422). */
async function orKnownError(actor: Actor, act: () => Promise<Response>): Promise<Response> {
  try {
    return await act();
  } catch (error) {
    if (!isKnownError(error)) throw error;
    if (error instanceof Denied) await recordDenial(actor, error.what);
    if (error instanceof Invalid) return answer(422, { error: "invalid", fields: error.fields });
    if (error instanceof Conflict) return answer(422, { error: "conflict", what: error.what });
    return answer(404, { error: "not-found" });
  }
}

function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: { "Cache-Control": "no-store" } });
}
