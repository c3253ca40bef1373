import type { ClearanceStory } from "./story";

/** A request that the surgeon granted the next day. */
export function granted(subject: string, asked: number, question: string, reviewDay: number): ClearanceStory {
  return { subject, asked, question, decision: { day: asked + 1, outcome: "granted", reviewDay } };
}
