import { dayIn } from "@/lib/dates";
import { onChange } from "./changes";
import { signingOut } from "./leaving";
import { planOf } from "./owner";
import { waitingReports } from "./queue";
import { refreshPlan } from "./refresh-plan";
import { backoffSec, isStale } from "./rules";
import { sendWaiting } from "./send";

type Visit = {
  userId: string;
  timeZone: string;
  /** Reports of earlier have just reached the record: what the page shows is older than they are. */
  onSent: () => void;
};
export type Keeper = {
  /** Sends what waits and looks whether the plan is to be fetched again; Today and what belongs to it ask for it at every visit. */
  look: (isToday: boolean) => void;
  stop: () => void;
};

/**
 * Keeps the phone's plan up to date and its queue empty while a page of the patient is open: at once, when the network or the person comes back,
 * after each report that was taken, and again and again while something waits.
 */
export function keepUpToDate(visit: Visit): Keeper {
  let failed = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  const look = (isToday: boolean) => {
    clearTimeout(retry);
    void lookOnce(visit, isToday).then((waits) => {
      failed = waits ? failed + 1 : 0;
      if (!waits) return;
      askWorker("send-later");
      retry = setTimeout(
        () => {
          look(false);
        },
        backoffSec(failed) * 1000,
      );
    });
  };
  const lookAgain = () => {
    if (document.visibilityState === "visible") look(false);
  };
  const stopHearing = onChange((change) => {
    if (change === "sent" && document.visibilityState === "visible") void refreshPlan(visit.userId);
  });
  window.addEventListener("online", lookAgain);
  document.addEventListener("visibilitychange", lookAgain);
  const stop = () => {
    clearTimeout(retry);
    stopHearing();
    window.removeEventListener("online", lookAgain);
    document.removeEventListener("visibilitychange", lookAgain);
  };
  return { look, stop };
}

/** @returns whether something still waits */
async function lookOnce({ userId, timeZone, onSent }: Visit, isToday: boolean): Promise<boolean> {
  const { isTheirs, fetchedAt } = await planOf(userId).catch(() => ({ isTheirs: true, fetchedAt: null }));
  // Somebody else came, or signed out, since the server gave this page.
  if (!isTheirs) return false;
  if (!navigator.onLine) return (await waitingReports()).length > 0;
  askWorker("keep-shell");
  const sent = await sendWaiting();
  if ([...sent.values()].some(({ status }) => status !== "waiting")) onSent();
  if (signingOut.aborted) return false;
  if (isToday || isStale(fetchedAt, new Date(), (at) => dayIn(timeZone, at))) await refreshPlan(userId);
  return (await waitingReports()).length > 0;
}

/** Asks the service worker, where the browser has one, to keep the shell or to send when the network is back. */
function askWorker(what: "keep-shell" | "send-later"): void {
  if (!("serviceWorker" in navigator)) return;
  void navigator.serviceWorker.ready.then(({ active }) => {
    active?.postMessage({ what, language: document.documentElement.lang });
  });
}

/** Makes the browser able to open the patient's pages without network. Where it cannot, everything else works as before. */
export async function registerWorker(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  try {
    await navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" });
  } catch {
    // Private windows and some companies' browsers forbid it.
  }
}
