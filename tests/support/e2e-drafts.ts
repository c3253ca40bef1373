import type { TestUser } from "./factories";

/** A patient of both therapists whose first program is a draft, five days after a lumbar fusion. */
export type DraftedPatient = { patientId: string; programId: string };

export type DraftWorld = {
  first: TestUser;
  second: TestUser;
  /** Cookies of their sessions. */
  cookies: { first: string; second: string };
  /** One for each test, so that none waits for another. */
  patients: DraftedPatient[];
  /** The password of both. */
  password: string;
};
