/** Somebody with a phone, a week after a lumbar fusion, whose exercises are open. */
export type PhonePerson = {
  name: string;
  userId: string;
  patientId: string;
  signInName: string;
  /** Of a session. */
  cookie: string;
};

/** So many people of one clinic, and one more who reads Spanish. */
export type PhoneWorld = { people: PhonePerson[]; spanish: PhonePerson; password: string };

/** What the record holds of reports: rows, the acts written down beside them, and what they brought. */
export type Reported = {
  checkIns: { stage: string; level: string; onDay: string }[];
  marks: { outcome: string; session: number; onDay: string }[];
  /** Reports that could not be part of the record. */
  aside: number;
  acts: { checkIn: number; mark: number };
  /** The level of each that a check-in raised. */
  alerts: (string | null)[];
  holds: number;
  /** The clinic's day. */
  today: string;
};
