import type { Formats } from "next-intl";

/**
 * Named formats. Clinicians read 24-hour times, patients their locale's. Days without a time come as UTC midnight, which is the
 * configured zone; an instant needs its clinic's `timeZone` beside the name.
 */
export const formats = {
  dateTime: {
    /** Nov 16 */
    day: { month: "short", day: "numeric" },
    /** Nov 16, 2026 */
    dayYear: { month: "short", day: "numeric", year: "numeric" },
    /** Mon, Nov 16 */
    weekday: { weekday: "short", month: "short", day: "numeric" },
    /** Monday, November 16 */
    dayWords: { weekday: "long", month: "long", day: "numeric" },
    /** November 16 */
    dayMonthWords: { month: "long", day: "numeric" },
    /** November 16, 2026 */
    dateWords: { month: "long", day: "numeric", year: "numeric" },
    /** 07:42 */
    time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
    /** Nov 16, 07:42 */
    dayTime: { month: "short", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
    /** 8:12 AM, 8:12 a. m. */
    timeWords: { hour: "numeric", minute: "2-digit", hour12: true },
  },
  number: {
    /** A share: 92% */
    share: { style: "percent", maximumFractionDigits: 0 },
  },
} as const satisfies Formats;
