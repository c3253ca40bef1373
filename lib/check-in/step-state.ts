import type { SentValues } from "./read-question";

/** Where the form stands; `values` holds everything answered so far, by field name. */
export type StepState = {
  step: number;
  /** Grows with every answer to a screen, so that each is drawn afresh. */
  attempt: number;
  values: SentValues;
  /** By field name a message key of `patient.checkIn.errors`; `form` is about the whole. */
  errors: Readonly<Record<string, string>>;
};

export const firstStep: StepState = { step: 0, attempt: 0, values: {}, errors: {} };
