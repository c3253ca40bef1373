import { signingOut } from "./leaving";
import { dropPlan } from "./owner";
import { storePlan } from "./plan-store";

/** A network that swallows everything counts as none. */
const patienceMs = 20_000;

let running: Promise<void> | null = null;
let isAskedAgain = false;

/** Fetches the plan; asked while it is being fetched, it is fetched once more afterwards. Never throws. */
export async function refreshPlan(userId: string): Promise<void> {
  if (running) {
    isAskedAgain = true;
    return running;
  }
  running = fetchPlan(userId).catch(() => undefined);
  await running;
  running = null;
  if (!isAskedAgain) return;
  isAskedAgain = false;
  await refreshPlan(userId);
}

async function fetchPlan(userId: string): Promise<void> {
  const askedAt = new Date();
  // `quiet`: asked by the page itself, no activity of its person.
  const response = await fetch("/api/offline-plan?quiet", {
    headers: { "x-phasewise-person": userId },
    redirect: "error",
    signal: patienceOrSigningOut(),
  });
  // Nothing to keep any more, or somebody else is here. Signed out (401) is not that: it stays, bound to its person.
  if ([204, 404, 409].includes(response.status)) await dropPlan(userId);
  else if (response.ok) await storePlan(await response.json(), userId, askedAt);
}

function patienceOrSigningOut(): AbortSignal {
  const patience = AbortSignal.timeout(patienceMs);
  // Browsers of 2023 have no `any`: there an answer to nobody comes, and is dropped.
  return "any" in AbortSignal ? AbortSignal.any([patience, signingOut]) : patience;
}
