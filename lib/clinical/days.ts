import type { Text } from "./facts";

/** A calendar date `YYYY-MM-DD` in the clinic's time zone; it has no hour. */
export type Day = string;

const monthsEn = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const monthsEs = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"];
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether the text is a date that the calendar has: `2027-02-29` is not. */
export function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const { year, month, date } = partsOf(text);
  return date >= 1 && date <= monthLength(year, month);
}

/** Whole days from `anchor` to `today`; negative before the anchor. */
export function daysBetween(anchor: Day, today: Day): number {
  return dayNumber(today) - dayNumber(anchor);
}

/** The date `days` whole days after `day`. */
export function addDays(day: Day, days: number): Day {
  const { year, month, date } = civil(dayNumber(day) + days);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}

/** "Jan 12" / "12 ene", with the year when it is not the year of `today`'s next twelve months. */
export function dateInWords(day: Day, today: Day): Text {
  const { year, month, date } = partsOf(day);
  const isNear = Math.abs(daysBetween(today, day)) < 300;
  return {
    en: `${monthsEn[month - 1] ?? ""} ${date}${isNear ? "" : `, ${year}`}`,
    es: `${date} ${monthsEs[month - 1] ?? ""}${isNear ? "" : ` de ${year}`}`,
  };
}

function partsOf(day: Day): { year: number; month: number; date: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) };
}

function monthLength(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : (monthLengths[month - 1] ?? 0);
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar (H. Hinnant, days_from_civil): no time zone can move it. */
function dayNumber(day: Day): number {
  const { year, month, date } = partsOf(day);
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

function civil(days: number): { year: number; month: number; date: number } {
  const shifted = days + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    date: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}
