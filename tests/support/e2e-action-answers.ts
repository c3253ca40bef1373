import type { Outcome } from "./e2e-requests";
import type { Asker, World } from "./e2e-askers";

export type Answers = Record<Asker, Outcome>;
export type ActionRow = {
  /** A page that offers it. */
  at: (world: World) => string;
  args: (world: World) => readonly unknown[];
  answers: Answers;
};

export const nobody = { signedOut: "/sign-in", expired: "/sign-in" } as const;

/** Not there for anybody, but for who is named. */
export function only(named: Partial<Answers>): Answers {
  const gone = "not-found";
  return {
    ...{ therapist: gone, surgeon: gone, offTeam: gone, elsewhere: gone, administrator: gone, own: gone, other: gone },
    ...nobody,
    ...named,
  };
}

/** The same for everybody, but for who is named. */
export function everybody(outcome: Outcome, named: Partial<Answers> = {}): Answers {
  return only({
    ...{ therapist: outcome, surgeon: outcome, offTeam: outcome, elsewhere: outcome, administrator: outcome },
    ...{ own: outcome, other: outcome, signedOut: outcome, expired: outcome },
    ...named,
  });
}

/** Every clinician of either clinic. */
export function eachClinician(outcome: Outcome): Partial<Answers> {
  return { elsewhere: outcome, offTeam: outcome, therapist: outcome, surgeon: outcome };
}
