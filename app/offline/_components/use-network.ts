import { useEffect, useState } from "react";
import { currentPerson } from "@/lib/offline/person";
import { refreshPlan } from "@/lib/offline/refresh-plan";
import { sendWaiting } from "@/lib/offline/send";

/**
 * `back`: the server answers again, and what waited has been sent as far as it takes it. `answers` then tells the address of the answer to each
 * check-in that was sent, by its key.
 */
export type Network = { state: "away" | "sending" } | { state: "back"; wasAway: boolean; answers: Sent };
type Sent = Awaited<ReturnType<typeof sendWaiting>>;

const everyMs = 20_000;
const patienceMs = 5000;

/** Whether the server can be reached, asked when the browser says so, when the page is looked at again, and every 20 seconds meanwhile. */
export function useNetwork(): Network {
  const [network, setNetwork] = useState<Network>({ state: "away" });
  useEffect(() => {
    let isAsking = false;
    let wasAway = false;
    let isGone = false;
    let isBack = false;
    const set = (next: Network) => {
      isBack = next.state === "back";
      if (!isGone) setNetwork(next);
    };
    const ask = async () => {
      if (isAsking || document.visibilityState === "hidden") return;
      isAsking = true;
      if (await isServerThere()) {
        const isNews = !isBack;
        set({ state: "sending" });
        const answers = await sendWaiting();
        const person = currentPerson();
        // What was held back meanwhile goes now, also from a page that is not left for the server's at once.
        if (person !== null && (isNews || answers.size > 0)) await refreshPlan(person);
        set({ state: "back", wasAway, answers });
      } else {
        wasAway = true;
        set({ state: "away" });
      }
      isAsking = false;
    };
    const again = () => void ask();
    again();
    const ticking = setInterval(again, everyMs);
    window.addEventListener("online", again);
    window.addEventListener("offline", again);
    document.addEventListener("visibilitychange", again);
    return () => {
      isGone = true;
      clearInterval(ticking);
      window.removeEventListener("online", again);
      window.removeEventListener("offline", again);
      document.removeEventListener("visibilitychange", again);
    };
  }, []);
  return network;
}

async function isServerThere(): Promise<boolean> {
  if (!navigator.onLine) return false;
  try {
    const asked = await fetch("/api/health/live", { cache: "no-store", signal: AbortSignal.timeout(patienceMs) });
    return asked.ok;
  } catch {
    return false;
  }
}
