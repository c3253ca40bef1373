/** What became of an exercise; "not-done" takes a mark back. */
export const outcomes = ["done", "skipped-it-hurts", "too-easy", "could-not", "not-done"] as const;
export type Outcome = (typeof outcomes)[number];
