import { headers } from "next/headers";
import { readActor } from "@/lib/access/read-actor";
import { dayIn } from "@/lib/dates";
import { Denied, isKnownError, TooMany } from "@/lib/errors";
import { recordDenial } from "@/lib/records/audit/record-denial";
import { exportOwnRecord, type OwnRecordExport } from "@/lib/records/record/export-own-record";
import { refusal } from "./refusal";

const types = { html: "text/html; charset=utf-8", json: "application/json; charset=utf-8" } as const;

/**
 * Answers with the record as a file to keep: written while it is read, so that a long one needs no more memory, and named without anything about its
 * person. Signed out: 401; too many within an hour: 429; nobody but a patient: 404. Who asked from a page is led to one that says so.
 */
export async function answerWithFile(
  ending: keyof typeof types,
  write: (record: OwnRecordExport) => Promise<AsyncGenerator<string, void>>,
): Promise<Response> {
  const actor = await readActor();
  const asked = await headers();
  if (!actor) return refusal(asked, 401, "signed-out");
  try {
    const now = new Date();
    const pieces = await write(await exportOwnRecord(actor, now));
    const name = `my-phasewise-record-${dayIn(actor.clinic.timeZone, now)}.${ending}`;
    return new Response(streamOf(pieces), {
      headers: {
        "Content-Type": types[ending],
        "Content-Disposition": `attachment; filename="${name}"`,
        "Cache-Control": "no-store",
      },
    });
  } catch (error) {
    if (!isKnownError(error)) throw error;
    if (error instanceof Denied) await recordDenial(actor, error.what);
    if (error instanceof TooMany)
      return refusal(asked, 429, "too-many", { "Retry-After": String(error.retryAfterSec) });
    return refusal(asked, 404, "not-found");
  }
}

/** What fails on the way breaks the file off, so that a part is never taken for the whole. */
function streamOf(pieces: AsyncGenerator<string, void>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await pieces.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
