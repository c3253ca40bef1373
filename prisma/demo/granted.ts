import type { ClearanceStory } from "./story";

/** A request that the surgeon granted the next day. */
export function granted(subject: string, asked: number, question: string, reviewDay: number): ClearanceStory {
  return { subject, asked, question, decision: { day: asked + 1, outcome: "granted", reviewDay } };
}

/** What is usual on a day, granted by the surgeon with one signature; the last of them for so many minutes at a time. */
export function usualSet(day: number, subjects: readonly string[], maxMinutes: number): ClearanceStory[] {
  return subjects.map((subject, index) => ({
    ...{ subject, asked: day, question: null },
    decision: index === subjects.length - 1 ? { day, outcome: "limited", maxMinutes } : { day, outcome: "granted" },
  }));
}
