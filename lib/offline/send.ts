import { tellPages } from "./changes";
import { outcomeOf, post, sendUnkept } from "./post";
import { keepReport, loseReport, removeReport, settleReport, sortedQueue, waitingReports, type Queued } from "./queue";
import type { Answered } from "./rules";
import type { Report, SendOutcome } from "./waiting";

/** What became of each report that was tried, by its idempotency key. */
type Sent = ReadonlyMap<string, SendOutcome>;

/**
 * Sends what waits, in the order in which it was made, one sender at a time across all pages and the worker. Stops at the first report that finds
 * no server. Never throws.
 * @param toldOf the key of a report whose person looks at what becomes of it
 * @param isActivity whether that person has just made it; what the phone sends by itself is no activity
 */
export async function sendWaiting(toldOf: string | null = null, isActivity = toldOf !== null): Promise<Sent> {
  const outcomes = new Map<string, SendOutcome>();
  try {
    await alone(async () => {
      const { mine } = await sortedQueue(new Date());
      for (const queued of mine) {
        const { idempotencyKey } = queued.report.body;
        const answered = await post(queued.report, isActivity);
        outcomes.set(idempotencyKey, outcomeOf(answered, true));
        if (answered.is === "waiting" && answered.stop) break;
        await settle(queued, answered, idempotencyKey === toldOf);
      }
    });
  } catch {
    // A browser that keeps nothing has nothing waiting.
  }
  return outcomes;
}

/** Browsers without locks send twice at worst, which the server counts once. */
async function alone(act: () => Promise<void>): Promise<void> {
  if ("locks" in navigator) await navigator.locks.request("phasewise-send", act);
  else await act();
}

async function settle(queued: Queued, answered: Answered, isTold: boolean): Promise<void> {
  if (answered.is === "waiting") return;
  if (answered.is === "refused") await (isTold ? removeReport(queued) : loseReport(queued));
  else await settleReport(queued);
  tellPages("sent");
}

/**
 * Reports now: into the queue first, then to the server behind what waits already. Where the browser keeps nothing it is sent from memory, and
 * a page whose report is `waiting` but not `stored` must stay open.
 */
export async function sendNow(report: Report): Promise<SendOutcome> {
  return (await keepReport(report)).stored ? sendStored(report) : sendUnkept(report);
}

/** Sends a report that stands in the queue, behind what was made before it; asked again later, it tells what has become of it. */
export async function sendStored(report: Report, isActivity = true): Promise<SendOutcome> {
  const { idempotencyKey } = report.body;
  const outcome = (await sendWaiting(idempotencyKey, isActivity)).get(idempotencyKey);
  if (outcome) return outcome;
  const waits = (await waitingReports()).some(({ body }) => body.idempotencyKey === idempotencyKey);
  if (waits) return { status: "waiting", stored: true };
  // Another page has just sent it: asked again, the server gives the same answer.
  return sendUnkept(report, isActivity);
}
