/** The warning stands this long before the session ends; the server may be up to 20 s ahead of the page (it writes activity that often). */
const warningSec = 120;

/**
 * What to show `now` of a session that was last active at `since` (both ms since 1970): null while there is time, whole seconds left once
 * the warning stands, 0 when it is over.
 */
export function secondsOfWarning(since: number, now: number, idleMinutes: number): number | null {
  const left = Math.ceil((since + idleMinutes * 60_000 - now) / 1000);
  return left > warningSec ? null : Math.max(0, left);
}

/** The seconds left as a clock reads: "1:05". */
export function clockOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** A step that is spoken: the whole time, then a minute, then twenty seconds; not every second. */
export function spokenSeconds(seconds: number): number {
  if (seconds > 60) return warningSec;
  return seconds > 20 ? 60 : 20;
}

/**
 * Whether a finished request of the page was one that the server counts as activity: an action or a call of ours that succeeded. Pages that Next
 * fetches ahead (`_rsc`) are not: they may be answered without looking at the session; nor is what a page asks by itself (`quiet`).
 */
export function countsAsActivity(
  request: { initiatorType: string; name: string; responseStatus: number },
  origin: string,
): boolean {
  const { origin: asked, pathname, searchParams } = new URL(request.name, origin);
  return (
    request.initiatorType === "fetch" &&
    request.responseStatus < 400 &&
    asked === origin &&
    !pathname.startsWith("/_") &&
    !searchParams.has("_rsc") &&
    !searchParams.has("quiet")
  );
}
