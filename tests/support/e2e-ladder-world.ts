/** One care team of one clinic: one patient before the last phase, one whose program has been suspended for 14 days. */
export type LadderWorld = {
  patientId: string;
  suspendedId: string;
  /** Cookies of their sessions. */
  cookies: { therapist: string; surgeon: string; own: string };
};
