import { tellPages } from "./changes";
import { currentPerson } from "./person";
import { readAnswer, type Answered } from "./rules";
import type { Report, SendOutcome, WaitingReport } from "./waiting";

const addresses = { mark: "/api/exercise-marks", "check-in": "/api/check-ins" } as const;
/** A network that swallows everything counts as none. */
const patienceMs = 20_000;
/** Browsers finish small requests after the page is closed. */
const keepaliveBytes = 48 * 1024;

/**
 * Sends one report to the server. Never throws: a network that fails, or takes longer than 20 seconds, leaves it waiting.
 * @param isActivity whether its person has just asked for it; what the phone sends by itself does not keep the session
 */
export async function post({ kind, body, person, madeAt }: WaitingReport, isActivity: boolean): Promise<Answered> {
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

/**
 * Sends a report from memory, where the browser keeps nothing or the parts that keep it are not there: a page whose report is `waiting` must stay
 * open. Sent twice, the server gives the same answer. Never throws.
 * @param madeAt when it was made, where that was earlier
 */
export async function sendUnkept(report: Report, isActivity = true, madeAt: Date = new Date()): Promise<SendOutcome> {
  const whole = { ...report, person: currentPerson() ?? "", madeAt: madeAt.toISOString() };
  const answered = await post(whole, isActivity);
  if (answered.is !== "waiting") tellPages("sent");
  return outcomeOf(answered, false);
}

/** What an answer means for who made the report. */
export function outcomeOf(answered: Answered, stored: boolean): SendOutcome {
  switch (answered.is) {
    case "sent":
      return { status: "sent", answer: answered.answer };
    case "kept": {
      const { is: status, ...kept } = answered;
      return { status, ...kept };
    }
    case "refused":
      return { status: "refused", fields: answered.fields };
    case "waiting":
      return { status: "waiting", stored, ...(answered.isSignedOut ? { isSignedOut: true } : {}) };
  }
}
