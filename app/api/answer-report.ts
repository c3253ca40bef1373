import { getLocale } from "next-intl/server";
import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { readActor, readWatcher } from "@/lib/access/read-actor";
import type { Text } from "@/lib/clinical/facts";
import { Refused } from "@/lib/errors";
import { recordDenial } from "@/lib/records/audit/record-denial";
import type { Taken } from "@/lib/records/reports/take-report";
import { fieldErrors } from "@/lib/schemas/field-errors";
import { answer, answerToError, bodyOf } from "./json-answer";

/** What a verb says of a report that is part of the record. */
type Answered = { isRepeat: boolean; messages?: Text[] };

/**
 * A report as JSON, as a phone sends it that was offline: 201 the first time, 200 with the same answer every time after, 202 where it is kept aside;
 * 422 for what can never be taken, also a key that was used for another report. The phone names whose report it is (`x-phasewise-person`): once
 * somebody else has signed in beside it, it is nobody's (409). A `quiet` request, which the phone makes by itself, does not count as activity.
 */
export async function answerReport<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  take: (actor: Actor, report: z.output<Schema>) => Promise<Taken<Answered>>,
): Promise<Response> {
  const actor = await (new URL(request.url).searchParams.has("quiet") ? readWatcher() : readActor());
  if (!actor) return answer(401, { error: "signed-out" });
  const person = request.headers.get("x-phasewise-person");
  if (person !== null && person !== actor.userId) {
    await recordDenial(actor, "report-of-other-person");
    return answer(409, { error: "other-person" });
  }
  const body = await bodyOf(request);
  if (body === null) return answer(400, { error: "malformed" });
  const report = schema.safeParse(body);
  if (!report.success) return answer(422, { error: "invalid", fields: fieldErrors(report.error) });
  try {
    return await answerTaken(await take(actor, report.data));
  } catch (error) {
    if (error instanceof Refused) return answer(422, { error: "refused", reason: error.reason });
    return answerToError(error, actor, ({ what }) => answer(422, { error: "conflict", what }));
  }
}

async function answerTaken({ isKept, isClockCorrected, answer: taken }: Taken<Answered>): Promise<Response> {
  const { isRepeat, messages, ...rest } = taken;
  const locale = await getLocale();
  const body = {
    ...(isKept ? { kept: true } : {}),
    ...rest,
    ...(messages ? { messages: messages.map((text) => text[locale]) } : {}),
    ...(isClockCorrected ? { clockCorrected: true } : {}),
  };
  return answer(isKept ? 202 : isRepeat ? 200 : 201, body);
}
