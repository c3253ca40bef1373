/** What the form shows after an answer of the server; nothing that was typed is lost. */
export type AskState = {
  attempt: number;
  subjectId: string;
  question: string;
  /** By field; `form` is about all of it. Keys of the messages `patient.questions.ask.errors`. */
  errors: Record<string, string>;
};

export const blank: AskState = { attempt: 0, subjectId: "", question: "", errors: {} };
