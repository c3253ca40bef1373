/** For so long a report that was entered in error can be corrected, hours. */
const correctionHours = 24;

/**
 * Whether a correction that is made at an instant is in time for its report.
 * @param reportedAt when the report was made, ms since 1970
 * @param at when the correction is made, ms since 1970
 */
export function isInTimeToCorrect(reportedAt: number, at: number): boolean {
  return at - reportedAt <= correctionHours * 3_600_000;
}
