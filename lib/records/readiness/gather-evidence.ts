import { z } from "zod";
import { daysBetween } from "@/lib/clinical/days";
import { fusionEvidenceLevels, measureIds, type MeasureId } from "@/lib/clinical/entry-criteria";
import type { Evidence, FunctionalResult, Observed } from "@/lib/clinical/readiness/evidence";
import type { Clearance } from "@/lib/clinical/clearance";
import type { Day } from "@/lib/dates";
import { lastDayCounted, weekDone } from "@/lib/records/worklist/adherence";
import type { ReadinessFacts, RecordedEvidence } from "./readiness-columns";

/**
 * What the record knows about the entry into a phase, as readiness takes it; which day each is from is decided in docs/decisions/0012-evidence.md.
 * @param phase the phase that would begin: confirmations count for it alone
 * @throws when something recorded is not what its criterion can have: the act stops
 */
export function gatherEvidence(
  facts: ReadinessFacts,
  clearances: readonly Clearance[],
  phase: number,
  today: Day,
): Evidence {
  const { painBefore, painDuring, recorded, holdSince } = facts;
  return {
    redFlagFreeDays: daysWithoutWarning(facts),
    nprsAvg7d: painBefore ?? undefined,
    nprsActivity: painDuring ?? undefined,
    walkContinuousMin: seen(recorded, "walkContinuousMin", z.number()),
    sitToleranceMin: seen(recorded, "sitToleranceMin", z.number()),
    woundClosed: woundClosed(facts),
    fusionEvidence: seen(recorded, "fusionEvidence", z.enum(fusionEvidenceLevels)),
    adherencePct: adherence(facts, today),
    clearances,
    functional: functionTests(recorded),
    other: confirmations(recorded, phase),
    hold: holdSince === null ? undefined : { value: true, on: holdSince },
  };
}

/** Up to the newest check-in, so that silence is no sign of health; without any warning sign, all reported days count. */
function daysWithoutWarning({ reported }: ReadinessFacts): Observed<number> | undefined {
  if (reported === null) return undefined;
  const { first, last, lastWarning } = reported;
  const value = lastWarning === null ? daysBetween(first, last) + 1 : daysBetween(lastWarning, last);
  return { value, on: last };
}

/** A clinician's word stands until a later check-in reports the wound otherwise. */
function woundClosed({ recorded, woundReport }: ReadinessFacts): Observed<boolean> | undefined {
  const known = recorded.find(({ criterion }) => criterion === "woundClosed");
  if (woundReport === null) return known && { value: z.boolean().parse(known.value), on: known.on };
  const isLater =
    known !== undefined && (known.on > woundReport.on || (known.on === woundReport.on && known.at > woundReport.at));
  return isLater ? { value: z.boolean().parse(known.value), on: known.on } : { value: false, on: woundReport.on };
}

/** Nothing where nothing was owed: a phase that began today, or a week on hold. */
function adherence({ adherence: { lines, done, holds } }: ReadinessFacts, today: Day): Observed<number> | undefined {
  const { percent } = weekDone(lines, done, holds, today);
  return percent === null ? undefined : { value: percent, on: lastDayCounted(done, today) };
}

function functionTests(recorded: readonly RecordedEvidence[]): Evidence["functional"] {
  const results: Partial<Record<MeasureId, FunctionalResult>> = {};
  for (const { criterion, value, norm, on } of recorded) {
    if (!criterion.startsWith("functional:")) continue;
    const measure = z.enum(measureIds).parse(criterion.slice("functional:".length));
    results[measure] = { value: z.number().parse(value), norm, on };
  }
  return results;
}

function confirmations(recorded: readonly RecordedEvidence[], phase: number): Record<string, Observed<boolean>> {
  return Object.fromEntries(
    recorded
      .filter((one) => one.phase === phase && one.criterion.startsWith("other:"))
      .map(({ criterion, value, on }) => [criterion.slice("other:".length), { value: z.boolean().parse(value), on }]),
  );
}

function seen<T>(
  recorded: readonly RecordedEvidence[],
  criterion: string,
  kind: z.ZodType<T>,
): Observed<T> | undefined {
  const known = recorded.find((one) => one.criterion === criterion);
  return known && { value: kind.parse(known.value), on: known.on };
}
