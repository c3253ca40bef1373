import { addDays, type Day } from "@/lib/dates";

/** Time of one person's story: days since their procedure in the clinic's time zone, never after now. */
export type Clock = {
  /** Days since the procedure, today. */
  today: number;
  dayOf: (day: number) => Day;
  /** The instant of a local time on a day of the story; of a time that has not come yet, a few minutes ago. */
  at: (day: number, time: string) => Date;
};

/** @param today the calendar day in the clinic's time zone; `daysSince` the procedure, today */
export function clockOf(timeZone: string, now: Date, today: Day, daysSince: number): Clock {
  const procedure = addDays(today, -daysSince);
  const dayOf = (day: number) => addDays(procedure, day);
  const latest = new Date(now.getTime() - 3 * 60_000);
  return {
    today: daysSince,
    dayOf,
    at: (day, time) => {
      const instant = instantOf(dayOf(day), time, timeZone);
      return instant < latest ? instant : latest;
    },
  };
}

/** The instant at which the clocks of a time zone show `time` (HH:MM) on a day. */
function instantOf(day: Day, time: string, timeZone: string): Date {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  const shown = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
  const offset = Date.parse(`${shown.format(asUtc).replace(" ", "T")}Z`) - asUtc;
  return new Date(asUtc - offset);
}
