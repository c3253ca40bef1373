/** Where the form stands; `values` holds everything answered so far, by field name. */
export type StepState = {
  step: number;
  /** Grows with every answer of the server, so that each is drawn afresh. */
  attempt: number;
  values: Readonly<Record<string, readonly string[]>>;
  /** By field name a message key of `patient.checkIn.errors`; `form` is about the whole. */
  errors: Readonly<Record<string, string>>;
};

export const firstStep: StepState = { step: 0, attempt: 0, values: {}, errors: {} };
