import { daysBetween } from "@/lib/clinical/days";
import type { ProcedureType } from "@/lib/clinical/facts";
import type { Day } from "@/lib/dates";

type Anchored = { procedureType: ProcedureType; procedureDate: Day; pathwayStart: Day | null };

/** What a patient's days count from: the latest procedure, or the start of a pathway that has a date of its own. */
export type Course = { startOn: Day; daysSince: number; countsFrom: "surgery" | "injection" | "pathway" };

/** The patient's course until today, in whole days; negative before it begins. */
export function courseOf({ procedureType, procedureDate, pathwayStart }: Anchored, today: Day): Course {
  const startOn = pathwayStart ?? procedureDate;
  const ofProcedure = procedureType === "injection" ? "injection" : "surgery";
  return {
    startOn,
    daysSince: daysBetween(startOn, today),
    countsFrom: pathwayStart === null ? ofProcedure : "pathway",
  };
}
