import { leaveDatabase } from "./database";
import { stopFetching } from "./leaving";
import { wipe, type Left } from "./plan-store";
import { waitingReports } from "./queue";
import { needsSignIn } from "./rules";
import { sendWaiting } from "./send";

const patienceMs = 5000;

/** Whether one may sign out now: everything is sent and emptied (`ready`), or why not. */
export type SignOutStep =
  | { is: "ready"; left: Left }
  /** So many reports would be lost. `isSignedOut`: the session is over, and nothing is sent before the person has signed in again. */
  | { is: "unsent"; count: number; isSignedOut: boolean }
  /** The server cannot be reached, so it cannot end the session. Nothing was emptied. */
  | { is: "away" };

/**
 * Before somebody signs out: sends what waits, then empties what this phone keeps of them, unless something could not be sent. Unsent reports of
 * others stay.
 * @param mayLose the person has been told, and signs out all the same
 */
export async function prepareSignOut(mayLose: boolean): Promise<SignOutStep> {
  const sent = await sendWaiting();
  const count = mayLose ? 0 : (await waitingReports()).length;
  if (count > 0) return { is: "unsent", count, isSignedOut: needsSignIn(sent) };
  if (!(await isServerThere())) return { is: "away" };
  stopFetching();
  const left = await wipe("goes");
  await leaveDatabase().catch(() => null);
  return { is: "ready", left };
}

async function isServerThere(): Promise<boolean> {
  if (!navigator.onLine) return false;
  try {
    const live = await fetch("/api/health/live?quiet", { cache: "no-store", signal: AbortSignal.timeout(patienceMs) });
    return live.ok;
  } catch {
    return false;
  }
}
