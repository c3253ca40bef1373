import type { ToldStage } from "@/lib/clinical/follow-up";
import { dayIn } from "@/lib/dates";

/** When something was told (ISO instant), as the rule about the questions afterwards reads it: the instant, and its day in the clinic's time zone. */
export function toldAt(timeZone: string, at: string): Pick<ToldStage, "at" | "toldOn"> {
  const instant = new Date(at);
  return { at: instant.getTime(), toldOn: dayIn(timeZone, instant) };
}
