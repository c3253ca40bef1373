import { tellPages } from "./changes";
import { currentPerson } from "./person";
import { keepReport, loseReport, removeReport, settleReport, sortedQueue, waitingReports, type Queued } from "./queue";
import { readAnswer, type Answered } from "./rules";
import type { Report, SendOutcome, WaitingReport } from "./waiting";

const addresses = { mark: "/api/exercise-marks", "check-in": "/api/check-ins" } as const;
/** A network that swallows everything counts as none. */
const patienceMs = 20_000;
/** Browsers finish small requests after the page is closed. */
const keepaliveBytes = 48 * 1024;

/** What became of each report that was tried, by its idempotency key. */
type Sent = ReadonlyMap<string, SendOutcome>;

/**
 * Sends what waits, in the order in which it was made, one sender at a time across all pages and the worker. Stops at the first report that finds
 * no server. Never throws.
 * @param askedFor the key of the report that the person has just made and is told of; without it the phone sends by itself, which is no activity
 */
export async function sendWaiting(askedFor: string | null = null): Promise<Sent> {
  const outcomes = new Map<string, SendOutcome>();
  try {
    await alone(async () => {
      const { mine } = await sortedQueue(new Date());
      for (const queued of mine) {
        const { idempotencyKey } = queued.report.body;
        const answered = await post(queued.report, askedFor !== null);
        outcomes.set(idempotencyKey, outcomeOf(answered, true));
        if (answered.is === "waiting" && answered.stop) break;
        await settle(queued, answered, idempotencyKey === askedFor);
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
  const { stored } = await keepReport(report);
  if (stored) {
    const { idempotencyKey } = report.body;
    const outcome = (await sendWaiting(idempotencyKey)).get(idempotencyKey);
    if (outcome) return outcome;
    const waits = (await waitingReports()).some(({ body }) => body.idempotencyKey === idempotencyKey);
    if (waits) return { status: "waiting", stored };
  }
  // Not kept, or another page has just sent it: asked again, the server gives the same answer.
  const answered = await post({ ...report, person: currentPerson() ?? "", madeAt: new Date().toISOString() }, true);
  if (answered.is !== "waiting") tellPages("sent");
  return outcomeOf(answered, stored);
}

function outcomeOf(answered: Answered, stored: boolean): SendOutcome {
  switch (answered.is) {
    case "sent":
      return { status: "sent", answer: answered.answer };
    case "kept":
      return { status: "kept", why: answered.why };
    case "refused":
      return { status: "refused", fields: answered.fields };
    case "waiting":
      return { status: "waiting", stored };
  }
}

async function post({ kind, body, person, madeAt }: WaitingReport, isActivity: boolean): Promise<Answered> {
  const text = JSON.stringify({ ...body, reportedAt: madeAt, sentAt: new Date().toISOString() });
  try {
    const response = await fetch(`${addresses[kind]}${isActivity ? "" : "?quiet"}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...(person === "" ? {} : { "x-phasewise-person": person }) },
      body: text,
      keepalive: text.length < keepaliveBytes,
      redirect: "error",
      signal: AbortSignal.timeout(patienceMs),
    });
    return readAnswer(response.status, await response.json().catch(() => undefined));
  } catch {
    return { is: "waiting", stop: true };
  }
}
