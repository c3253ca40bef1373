/** One patient in the last phase of their program, and the therapist who ends the episode. */
export type EndWorld = {
  patientId: string;
  /** The password of both. */
  password: string;
  /** Cookies of their sessions. */
  cookies: { therapist: string; own: string };
};
