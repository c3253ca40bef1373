/** One moment by both clocks (ISO instants): the phone's when it asked for a plan, the server's when it made it. */
export type Clock = { phone: string; server: string };

/**
 * An instant of the phone's clock as the server's would have it, counted on from the plan. A phone whose clock fell behind what it has shown already
 * has lost its time (an empty battery): then it is the plan's.
 * @param clock null: the phone has never asked, and its own clock is all there is
 */
export function serverTime(clock: Clock | null, phone: Date): Date {
  if (clock === null) return phone;
  return new Date(Date.parse(clock.server) + Math.max(0, phone.getTime() - Date.parse(clock.phone)));
}

/** What a plan tells of the phone's clock: when it was made, and when the phone asked for it. */
export function clockOf({ madeAt, askedAt }: { madeAt: string; askedAt?: string | undefined }): Clock {
  return { phone: askedAt ?? madeAt, server: madeAt };
}
