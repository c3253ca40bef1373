import { triageLevels } from "@/lib/clinical/triage-content";
import type { KeptAnswer, SendOutcome, WaitingReport } from "./waiting";

const dayMs = 86_400_000;
/** So long the phone keeps a plan and unsent reports (L3), days. */
const keptDays = 7;
/** So long the answers of a begun check-in, hours. */
const begunHours = 24;
/** A plan is fetched anew when it is older, minutes. */
const freshMinutes = 10;

/** Whether something of this instant (ISO) is older than the phone keeps things; what says no instant is. */
export function isTooOld(at: string, now: Date): boolean {
  return !(now.getTime() - Date.parse(at) < keptDays * dayMs);
}

/** Whether a begun check-in of this instant (ISO) still comes back. */
export function stillBegun(at: string, now: Date): boolean {
  return now.getTime() - Date.parse(at) < begunHours * 3_600_000;
}

/**
 * Whether the plan that was fetched at this instant (ISO; null: none) is to be fetched again: after ten minutes, when the day has turned, and
 * when the clock was set back since.
 * @param dayOf the calendar day of an instant, in the clinic's time zone
 */
export function isStale(fetchedAt: string | null, now: Date, dayOf: (at: Date) => string): boolean {
  if (fetchedAt === null) return true;
  const age = now.getTime() - Date.parse(fetchedAt);
  return !(age >= 0 && age < freshMinutes * 60_000) || dayOf(new Date(fetchedAt)) !== dayOf(now);
}

/**
 * A queue sorted by what may become of each report: only `mine` is ever shown or sent, oldest first; `taken` are of the same person and have been
 * sent; `outdated` is dropped.
 */
export type SortedQueue<T> = { mine: T[]; taken: T[]; others: T[]; outdated: T[] };

/**
 * What of the queue belongs to the person at hand.
 * @param person null: nobody is known, and everything is somebody else's
 */
export function sortQueue<T extends Pick<WaitingReport, "person" | "madeAt" | "takenAt">>(
  queue: readonly T[],
  person: string | null,
  now: Date,
): SortedQueue<T> {
  const sorted: SortedQueue<T> = { mine: [], taken: [], others: [], outdated: [] };
  for (const report of queue) {
    if (isTooOld(report.madeAt, now)) sorted.outdated.push(report);
    else if (report.person === person) (report.takenAt === undefined ? sorted.mine : sorted.taken).push(report);
    else sorted.others.push(report);
  }
  return sorted;
}

/** What an answer to a report means for the queue. */
export type Answered =
  | { is: "sent"; answer: unknown }
  | ({ is: "kept" } & KeptAnswer)
  | { is: "refused"; fields: Record<string, string> }
  /** It stays. `stop`: so would the ones after it; else one report is the server's trouble and the next are tried. */
  | { is: "waiting"; stop: boolean; isSignedOut?: true };

/**
 * Reads the server's answer to a report. For good is only what the server itself says in its own words: a page of a hotel's network is no answer,
 * nor is a handler that is not there. One report that the server stumbles over does not hold up those behind it.
 * @param body parsed JSON; undefined where there was none
 */
export function readAnswer(status: number, body: unknown): Answered {
  if (!isObject(body)) return { is: "waiting", stop: status !== 500 };
  if (status === 202) return { is: "kept", ...keptAnswer(body) };
  if (status === 200 || status === 201) return { is: "sent", answer: body };
  if (status >= 500) return { is: "waiting", stop: status !== 500 };
  if (status === 401 && body["error"] === "signed-out") return { is: "waiting", stop: true, isSignedOut: true };
  const isForGood = [400, 404, 413, 422].includes(status) && typeof body["error"] === "string";
  if (!isForGood) return { is: "waiting", stop: true };
  const reason = typeof body["reason"] === "string" ? { report: body["reason"] } : {};
  return { is: "refused", fields: { ...fieldsOf(body["fields"]), ...reason } };
}

/** A red flag is none the less one because the record cannot take it: level and messages are read beside the reason. */
function keptAnswer({ why, level, messages }: Record<string, unknown>): KeptAnswer {
  return {
    why: String(why),
    level: triageLevels.find((known) => known === level) ?? null,
    messages: Array.isArray(messages) ? messages.map(String) : [],
  };
}

function fieldsOf(fields: unknown): Record<string, string> {
  if (!isObject(fields)) return {};
  return Object.fromEntries(Object.entries(fields).map(([name, error]) => [name, String(error)]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Seconds until the next attempt after so many failed ones: 2, 4, 8 … at most five minutes. */
export function backoffSec(failed: number): number {
  return Math.min(2 ** Math.max(1, failed), 300);
}

/** Whether the server answered one of them that nobody is signed in: then they go once their person has signed in. */
export function needsSignIn(outcomes: ReadonlyMap<string, SendOutcome>): boolean {
  return [...outcomes.values()].some((outcome) => outcome.status === "waiting" && outcome.isSignedOut === true);
}
