/** A calendar day as `YYYY-MM-DD`. */
export type Day = string;

const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** A format that is made once for all who ask for the same: to make one takes forty times as long as to write a date with it. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const format = dateFormats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  dateFormats.set(key, format);
  return format;
}

/** The calendar day in a time zone (IANA name) at an instant. */
export function dayIn(timeZone: string, at: Date): Day {
  return dateFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(at);
}

/** The hour of the day, 0–23, in a time zone (IANA name) at an instant. */
export function hourIn(timeZone: string, at: Date): number {
  return Number(dateFormat("en-GB", { timeZone, hour: "2-digit", hourCycle: "h23" }).format(at));
}

/** A `date` column as PostgreSQL's driver gives it (midnight UTC) to its calendar day. */
export function dayOf(date: Date): Day {
  return date.toISOString().slice(0, 10);
}

/** A calendar day as the driver wants a `date` column: midnight UTC. */
export function dateOf(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** The day that lies `days` later; negative: earlier. */
export function addDays(day: Day, days: number): Day {
  const date = dateOf(day);
  date.setUTCDate(date.getUTCDate() + days);
  return dayOf(date);
}

/** The Monday of the day's calendar week. */
export function mondayOf(day: Day): Day {
  return addDays(day, -((dateOf(day).getUTCDay() + 6) % 7));
}
