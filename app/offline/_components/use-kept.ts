import { useEffect, useState } from "react";
import { onChange } from "@/lib/offline/changes";
import { setPerson } from "@/lib/offline/person";
import { keptClinic, readPlan } from "@/lib/offline/plan-store";
import { reportsSincePlan } from "@/lib/offline/queue";
import type { WaitingReport } from "@/lib/offline/waiting";
import type { OfflinePlan } from "@/lib/schemas/offline-plan";

/**
 * What this phone has of its person: the plan and the reports that it does not know yet, of which `waits` are still to be sent. Without a plan at most
 * whom to call, of one that is too old.
 */
export type Kept =
  | { plan: OfflinePlan; reports: WaitingReport[]; waits: number; now: Date }
  | { plan: null; clinic: OfflinePlan["clinic"] | null };

const minuteMs = 60_000;

/** Plan and queue as they stand, read again when another page, the worker or the clock changes something; null while they are looked for. */
export function useKept(): Kept | null {
  const [kept, setKept] = useState<Kept | null>(null);
  useEffect(() => {
    let isGone = false;
    const read = async () => {
      const found = await readKept(new Date());
      if (!isGone) setKept(found);
    };
    const again = () => void read();
    again();
    const stop = onChange(again);
    // The day may have turned while the page slept.
    const ticking = setInterval(again, minuteMs);
    document.addEventListener("visibilitychange", again);
    return () => {
      isGone = true;
      stop();
      clearInterval(ticking);
      document.removeEventListener("visibilitychange", again);
    };
  }, []);
  return kept;
}

async function readKept(now: Date): Promise<Kept> {
  const plan = await readPlan(now);
  if (!plan) return { plan, clinic: await keptClinic() };
  setPerson(plan.person.userId);
  const reports = await reportsSincePlan(now);
  return { plan, reports, waits: reports.filter(({ takenAt }) => takenAt === undefined).length, now };
}
