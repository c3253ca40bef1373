const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Whether an Origin header names this site. On one's own machine its names mean the same: localhost, 127.0.0.1 and [::1]. */
export function isOwnOrigin(origin: string, siteUrl: string): boolean {
  if (!URL.canParse(origin)) return false;
  const [theirs, ours] = [new URL(origin), new URL(siteUrl)];
  if (theirs.origin === ours.origin) return true;
  const bothLoopback = loopback.has(theirs.hostname) && loopback.has(ours.hostname);
  return bothLoopback && theirs.protocol === ours.protocol && theirs.port === ours.port;
}
