"use client";

import { useEffect } from "react";
import { wasUsed } from "./was-used";

/**
 * Where nobody is signed in: empties what the phone keeps too long; and what it keeps of a person whose page signed out without looking at it (the
 * address says `left`), but for what was not sent. Shows nothing.
 */
export function TidyPhone() {
  useEffect(() => void tidy().catch(() => null), []);
  return null;
}

async function tidy(): Promise<void> {
  // A browser that no patient has used is left as it is.
  if (!(await wasUsed())) return;
  const { dropOutdated, wipe } = await import("@/lib/offline/plan-store");
  const { pathname, search } = window.location;
  if (new URLSearchParams(search).has("left")) {
    await wipe("stays");
    window.history.replaceState(window.history.state, "", pathname);
  }
  await dropOutdated();
}
