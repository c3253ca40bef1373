import { askers, type Asker } from "./e2e-askers";
import type { Outcome } from "./e2e-requests";

/** What each asker gets of a page or a handler. */
export type Answers = Record<Asker, Outcome>;

const home = {
  therapist: "/worklist",
  offTeam: "/worklist",
  elsewhere: "/worklist",
  surgeon: "/clearances",
  administrator: "/admin",
  own: "/my/today",
  other: "/my/today",
} as const;
const nobody = { signedOut: "/sign-in", expired: "/sign-in" } as const;
export const clinicians = ["therapist", "offTeam", "elsewhere", "surgeon"] as const;
export const team = ["therapist", "surgeon"] as const;

/** Everybody is sent home or to the sign-in page, but for who is named. */
export function only(named: Partial<Answers>): Answers {
  return { ...home, ...nobody, ...named };
}

export function each(who: readonly Asker[], outcome: Outcome): Partial<Answers> {
  return Object.fromEntries(who.map((asker) => [asker, outcome]));
}

export const everybody = (outcome: Outcome): Answers => ({ ...home, ...nobody, ...each(askers, outcome) });
