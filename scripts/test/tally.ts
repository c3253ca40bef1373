/** What one suite counted. */
export type Tally = { passed: number; failed: number };

/** The last line of the test command. */
export function lastLine(tallies: readonly Tally[]): string {
  const { passed, failed } = total(tallies);
  return `${passed} passed, ${failed} failed`;
}

/** The sum over suites. */
export function total(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, each) => sum + each.passed, 0),
    failed: tallies.reduce((sum, each) => sum + each.failed, 0),
  };
}

/** Counts a report, and one failure more when the tool failed without a failed test: a crash, or coverage that is too low. */
export function tallyOf(passed: number, failed: number, exitCode: number): Tally {
  return { passed, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}
