import type { Finding } from "./clinical/finding";

/** Input that a verb cannot take; `fields` names each field by its path with a message key of `errors`. */
export class Invalid extends Error {
  readonly code = "invalid";
  constructor(readonly fields: Readonly<Record<string, string>>) {
    super(`invalid: ${Object.keys(fields).join(", ")}`);
  }
}

/** What does not exist, or what the actor may not see: the two answer alike. */
export class NotFound extends Error {
  readonly code = "not-found";
  constructor(readonly what: string) {
    super(`not found: ${what}`);
  }
}

/** A `NotFound` because the actor's role may not do it; told apart only in the audit trail. */
export class Denied extends NotFound {}

/** A rule refuses the act; every reason is given. */
export class Refused extends Error {
  readonly code = "refused";
  constructor(
    readonly reason: string,
    readonly findings: readonly Finding[] = [],
  ) {
    super(`refused: ${reason}`);
  }
}

/** Somebody else was faster: the write named a version that is no longer the current one. */
export class Conflict extends Error {
  readonly code = "conflict";
  constructor(
    readonly what: string,
    /** The state that stands now, for showing both. */
    readonly current: unknown,
  ) {
    super(`conflict: ${what}`);
  }
}

/** Too many attempts; try again after the given seconds. */
export class TooMany extends Error {
  readonly code = "too-many";
  constructor(readonly retryAfterSec: number) {
    super("too many attempts");
  }
}

export type KnownError = Invalid | NotFound | Refused | Conflict | TooMany;

/** Whether an error is one of the closed set. */
export function isKnownError(error: unknown): error is KnownError {
  return (
    error instanceof Invalid ||
    error instanceof NotFound ||
    error instanceof Refused ||
    error instanceof Conflict ||
    error instanceof TooMany
  );
}
