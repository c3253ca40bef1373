import type { ActionResult } from "@/lib/action";

/** What the form shows after an answer of the server; nothing that was typed is lost. */
export type AskState = {
  status: ActionResult<unknown>["status"] | "blank";
  attempt: number;
  subjectId: string;
  question: string;
  /** By field; `form` is about all of it. Keys of the messages `patient.questions.ask.errors`. */
  errors: Record<string, string>;
};

export const blank: AskState = { status: "blank", attempt: 0, subjectId: "", question: "", errors: {} };
