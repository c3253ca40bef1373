import type { Role } from "./actor";

const minutesOf: Record<Role, number> = { therapist: 15, surgeon: 15, administrator: 15, patient: 60 };

/**
 * Minutes without a request after which a session is over (S1), so that a page can say so in time. What really ends the session is the
 * database function `resume_session`, by the server's clock; keep the two alike.
 */
export function idleMinutesOf(role: Role): number {
  return minutesOf[role];
}
