import type { Dosage } from "@/lib/clinical/facts";
import { type PlayerPlan, planOf } from "@/lib/player/plan";
import type { PlayerEvent } from "@/lib/player/player";

export function planFor(dosage: Dosage): PlayerPlan {
  const plan = planOf(dosage);
  if (!plan) throw new Error("nothing to count");
  return plan;
}

/** What happens, and when (ms). */
export type Given = readonly [PlayerEvent["type"], number];

export const bridge = planFor({ sets: 2, reps: 2, holdSec: 5, restSec: 10 });
export const pumps = planFor({ sets: 2, reps: 3, restSec: 20 });
export const walk = planFor({ durationMin: 20 });
