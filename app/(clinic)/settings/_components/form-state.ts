import type { ActionResult } from "@/lib/action";

/** What a form of the settings gets back: the answer, and what was typed when it was not taken. */
export type FormState = (ActionResult<{ version: number }> | { status: "asking" }) & {
  /** Counts the answers, so that each begins with its own fields. */
  attempt: number;
  typed: Readonly<Record<string, string>>;
};

export const asking: FormState = { status: "asking", attempt: 0, typed: {} };
