import { z } from "zod";

const firstDay = "1900-01-01";
const lastDay = "2100-12-31";

function isInReach(day: string): boolean {
  return day >= firstDay && day <= lastDay;
}

/** A calendar day from a form or an address, `YYYY-MM-DD`, in the years 1900 to 2100: beyond them lie only slips of the pen. */
export const givenDay = z.iso.date("badDay").refine(isInReach, "outOfRange");

/** An instant with its offset from UTC (ISO 8601), in the same years. */
export const givenInstant = z.iso
  .datetime({ offset: true, error: "badTime" })
  .refine((text) => isInReach(text.slice(0, 10)), "badTime");
