const leaving = new AbortController();

/** Aborted once the person of this page signs out: nothing is fetched for the phone any more. */
export const signingOut: AbortSignal = leaving.signal;

/** The person signs out; what is being fetched for the phone is broken off. */
export function stopFetching(): void {
  leaving.abort();
}
