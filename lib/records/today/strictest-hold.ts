import { z } from "zod";
import { triageLevels } from "@/lib/clinical/triage-content";

const instant = z.iso.datetime({ offset: true }).transform((at) => new Date(at).toISOString());

/** An open hold as a query tells it, suspensions first; who answers for it and by when, where an alert of its cause waits. */
export const openHoldSchema = z.strictObject({
  isSuspension: z.boolean(),
  level: z.enum(triageLevels).nullable(),
  checkInId: z.string().nullable(),
  easyActivityAllowed: z.boolean(),
  owner: z.string().nullable(),
  dueAt: instant.nullable(),
});

/** A stop in force: who calls and by when (ISO instant), where an alert waits for them. */
export type TodayHold = {
  isEmergency: boolean;
  /** The check-in whose answer tells what to do. */
  checkInId: string | null;
  isSuspension: boolean;
  easyActivityAllowed: boolean;
  caller: string | null;
  callBy: string | null;
};

/** The strictest of the open holds speaks for all: a suspension first, and easy activity only where every hold allows it. */
export function strictestHold(holds: readonly z.output<typeof openHoldSchema>[]): TodayHold | null {
  const first = holds.find(({ level }) => level === "EMERGENCY") ?? holds[0];
  if (!first) return null;
  return {
    isEmergency: first.level === "EMERGENCY",
    checkInId: first.checkInId,
    isSuspension: first.isSuspension,
    easyActivityAllowed: holds.every(({ easyActivityAllowed }) => easyActivityAllowed),
    caller: first.owner,
    callBy: first.dueAt,
  };
}
