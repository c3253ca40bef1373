import type { TestUser } from "./factories";

/** Everybody of one clinic around one patient, whose current phase holds one line back: it waits for the water. */
export type ClearanceWorld = {
  therapist: TestUser;
  surgeon: TestUser;
  /** The patient's account. */
  own: TestUser;
  patientId: string;
  /** Cookies of their sessions. */
  cookies: { therapist: string; surgeon: string; own: string };
  /** The line in English, and how long it is done (minutes). */
  line: { name: string; minutes: number };
  password: string;
};
