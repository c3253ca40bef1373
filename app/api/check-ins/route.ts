import { readActor } from "@/lib/access/read-actor";
import { loadPainHistory } from "@/lib/records/check-ins/pain-history";
import { takeCheckIn } from "@/lib/records/reports/take-report";
import { checkInSchema } from "@/lib/schemas/check-in";
import { answerReport } from "../answer-report";
import { answer, answerToError } from "../json-answer";

/** A check-in as JSON, as a phone sends it that was offline. */
export function POST(request: Request): Promise<Response> {
  return answerReport(request, checkInSchema, takeCheckIn);
}

/** One's own reports of twelve months, newest first. */
export async function GET(): Promise<Response> {
  const actor = await readActor();
  if (!actor) return answer(401, { error: "signed-out" });
  try {
    return answer(200, { checkIns: await loadPainHistory(actor) });
  } catch (error) {
    return answerToError(error, actor, ({ what }) => answer(409, { error: "conflict", what }));
  }
}
