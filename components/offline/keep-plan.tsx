"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { Keeper } from "@/lib/offline/keep";
import { setPerson } from "@/lib/offline/person";
import { wasUsed } from "./was-used";
import { whenAtRest } from "./when-at-rest";

/**
 * Keeps the patient's plan on the phone and sends what waits; shows nothing. Its code comes when the page has come to rest. Stands before the
 * page's own parts, which ask whose page it is.
 * @param props.worksOffline false while developing: the worker would show yesterday's code
 */
export function KeepPlan({
  userId,
  timeZone,
  worksOffline,
}: {
  userId: string;
  timeZone: string;
  worksOffline: boolean;
}) {
  const pathname = usePathname();
  const router = useRouter();
  const [keeper, setKeeper] = useState<Keeper | null>(null);
  const looked = useRef<string | null>(null);

  useEffect(() => {
    setPerson(userId);
    let isOver = false;
    let stop: (() => void) | null = null;
    const claimed = claimIfUsed(userId).catch(() => false);
    const begin = async () => {
      const { keepUpToDate, registerWorker } = await import("@/lib/offline/keep");
      if (!(await claimed)) await claim(userId).catch(() => null);
      if (isOver) return;
      const made = keepUpToDate({ userId, timeZone, onSent: () => router.refresh() });
      stop = made.stop;
      setKeeper(made);
      if (worksOffline) await registerWorker();
    };
    const cancel = whenAtRest(() => void begin().catch(() => null));
    return () => {
      isOver = true;
      cancel();
      stop?.();
      setKeeper(null);
    };
  }, [userId, timeZone, worksOffline, router]);

  useEffect(() => {
    if (keeper === null || looked.current === pathname) return;
    looked.current = pathname;
    // An exercise that is no longer open says so here as well: the phone must not show it later.
    keeper.look(pathname.startsWith("/my/today"));
  }, [keeper, pathname]);
  return null;
}

/** At once, where something may be kept: until then the phone shows, without network, what it kept of whoever was here before. */
async function claimIfUsed(userId: string): Promise<boolean> {
  const isUsed = await wasUsed();
  if (isUsed) await claim(userId);
  return isUsed;
}

async function claim(userId: string): Promise<void> {
  const { claimPlan } = await import("@/lib/offline/owner");
  await claimPlan(userId);
}
