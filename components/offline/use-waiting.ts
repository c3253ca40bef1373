"use client";

import { useEffect, useState } from "react";
import type { WaitingReport } from "@/lib/offline/waiting";

/** What waits on this phone, oldest first, and how many reports did not reach the record since the person was told last. */
export type Waiting = { reports: readonly WaitingReport[]; lost: number };

const nothing: Waiting = { reports: [], lost: 0 };

/** The reports of this person that wait to be sent, now and whenever that changes, here or in another page. Nothing on the server. */
export function useWaiting(): Waiting {
  const [waiting, setWaiting] = useState(nothing);
  useEffect(() => {
    let isOver = false;
    let stop: (() => void) | null = null;
    const begin = async () => {
      const [{ onChange }, queue] = await Promise.all([import("@/lib/offline/changes"), import("@/lib/offline/queue")]);
      const look = async () => {
        const found = { reports: await queue.waitingReports(), lost: await queue.lostReports() };
        if (!isOver) setWaiting(found.reports.length + found.lost === 0 ? nothing : found);
      };
      if (isOver) return;
      stop = onChange(() => void look());
      await look();
    };
    void begin().catch(() => null);
    return () => {
      isOver = true;
      stop?.();
    };
  }, []);
  return waiting;
}
