import * as z from "zod/mini";
import type { CheckInResult } from "@/lib/check-in/result";
import { offlineDay } from "@/lib/offline/day";
import { readPlan } from "@/lib/offline/plan-store";
import { reportsSincePlan } from "@/lib/offline/queue";
import { sendNow } from "@/lib/offline/send";
import type { Report, WaitingReport } from "@/lib/offline/waiting";

export type CheckInBody = Extract<Report, { kind: "check-in" }>["body"];

/** What became of a check-in that was sent from the browser. */
export type CheckInOutcome =
  /** In the record; its answer has an address. */
  | { status: "sent"; checkInId: string }
  /** Not sent yet: what it means by the same rules, null where this phone has no plan to judge by. Not `stored`: this page must stay open. */
  | { status: "waiting"; stored: boolean; result: CheckInResult | null }
  /** The team has it, though it cannot be part of the record. */
  | { status: "kept" }
  | { status: "refused" };

const sentAnswer = z.object({ checkInId: z.string() });

/** Reports a check-in: into the queue, to the server, and without network judged here. Never throws. */
export async function sendCheckIn(body: CheckInBody): Promise<CheckInOutcome> {
  const outcome = await sendNow({ kind: "check-in", body });
  if (outcome.status === "sent") {
    const answer = sentAnswer.safeParse(outcome.answer).data;
    return answer ? { status: "sent", checkInId: answer.checkInId } : { status: "refused" };
  }
  if (outcome.status !== "waiting") return { status: outcome.status };
  return { status: "waiting", stored: outcome.stored, result: await judgedHere(body) };
}

/** By the plan of this phone, after everything that the plan does not know yet. */
async function judgedHere(body: CheckInBody): Promise<CheckInResult | null> {
  const plan = await readPlan();
  if (!plan) return null;
  const now = new Date();
  const reports = await reportsSincePlan(now);
  const isQueued = reports.some((report) => report.body.idempotencyKey === body.idempotencyKey);
  const own: WaitingReport = { kind: "check-in", body, person: plan.person.userId, madeAt: now.toISOString() };
  const { results } = offlineDay(plan, isQueued ? reports : [...reports, own], now);
  return results.find(({ checkInId }) => checkInId === body.idempotencyKey) ?? null;
}
