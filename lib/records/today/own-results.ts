import { z } from "zod";
import type { Text } from "@/lib/clinical/facts";
import { measures } from "@/prisma/content/bundled";

/** A test that was taken at a visit, or how long the patient walks or sits, as `own_results` tells it. */
export const ownResultSchema = z.strictObject({ criterion: z.string(), value: z.number(), on: z.iso.date() });
export type OwnResult = z.output<typeof ownResultSchema>;

type Taken = Pick<OwnResult, "value" | "on">;
/** `name` is the measure's where it is one of the content. */
export type Measure = { id: string; name: Text | null; isMoreBetter: boolean; first: Taken; last: Taken };

/** What is never told as a number to be compared: pain has its own chart, mood is talked about. */
const notShown = new Set(["NPRS", "PHQ2", "RPE"]);

/**
 * The first and the latest result of each test, by its id (`5XSTS`, `walkContinuousMin`).
 * @param results of one treatment, oldest first
 */
export function measuresOf(results: readonly OwnResult[]): Measure[] {
  const found = new Map<string, Measure>();
  for (const { criterion, value, on } of results) {
    const id = criterion.replace("functional:", "");
    if (notShown.has(id)) continue;
    const last = { value, on };
    found.set(id, { ...(found.get(id) ?? { id, ...known(id), first: last }), last });
  }
  return [...found.values()];
}

function known(id: string): Pick<Measure, "name" | "isMoreBetter"> {
  const measure = measures.find((one) => one.id === id);
  const direction = measure?.forms[0]?.direction;
  if (measure === undefined || direction === undefined) return { name: null, isMoreBetter: true };
  return { name: measure.name, isMoreBetter: direction === "higher-is-better" };
}
