/** The roles of a clinic; caregivers come later. */
export const roles = ["therapist", "surgeon", "patient", "administrator"] as const;
export type Role = (typeof roles)[number];

/** The product itself, acting by a rule in a job: nobody asks, and the audit trail says so. */
export type SystemActor = { clinicId: string; userId: null; role: "system"; patientId: null; requestId: string };

/** Who is asking: read from the session row on every request, never from what the client says. */
export type Actor = {
  clinicId: string;
  userId: string;
  sessionId: string;
  role: Role;
  /** The patient's own record; null for everybody else. */
  patientId: string | null;
  displayName: string;
  /** As signatures print it. */
  printedName: string;
  locale: "en" | "es";
  clinic: {
    name: string;
    timeZone: string;
    country: string;
    emergencyNumber: string;
    phone: string;
    massUnit: "kg" | "lb";
    isDemo: boolean;
  };
  /** One per request; ties audit rows together. */
  requestId: string;
};

/** Of an actor what a question to the database hangs on. */
export type Asker = Pick<Actor, "clinicId" | "userId" | "role" | "patientId" | "requestId"> & {
  clinic: Pick<Actor["clinic"], "timeZone">;
};
