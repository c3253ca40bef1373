import type { TimelineModifier } from "@/lib/clinical/timeline";
import { timelineModifiers as shipped } from "@/prisma/content/bundled";

/** The shipped timeline modifiers with their default weeks. */
export function timelineModifiers(): TimelineModifier[] {
  return shipped.map(({ id, label, shiftWeeks: [fromWeeks, toWeeks], basis }) => ({
    id,
    label,
    fromWeeks,
    toWeeks,
    basis,
  }));
}
