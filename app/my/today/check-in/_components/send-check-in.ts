import type { CheckInResult } from "@/lib/check-in/result";
import { offlineDay } from "@/lib/offline/day";
import { readPlan } from "@/lib/offline/plan-store";
import { keepReport, reportsSincePlan } from "@/lib/offline/queue";
import { sendUnkept } from "@/lib/offline/post";
import { sendStored } from "@/lib/offline/send";
import type { Report, SendOutcome, WaitingReport } from "@/lib/offline/waiting";

export type CheckInBody = Extract<Report, { kind: "check-in" }>["body"];

/** A check-in on its way. */
export type BegunSending = {
  /** This phone keeps it; else it is in the page's memory only, which must stay open. */
  stored: boolean;
  /** What it means by the rules, null where this phone has no plan to judge by. */
  result: CheckInResult | null;
  /** What becomes of it. Never fails; behind older reports and on a bad network it takes minutes. */
  sending: Promise<SendOutcome>;
};

/** Reports a check-in: into the queue, judged here at once, and on its way to the server. Never throws. */
export async function beginSending(body: CheckInBody): Promise<BegunSending> {
  const report = { kind: "check-in", body } as const;
  const { stored } = await keepReport(report);
  const sending = stored ? sendStored(report) : sendUnkept(report);
  return { stored, result: await judgedHere(body).catch(() => null), sending };
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
