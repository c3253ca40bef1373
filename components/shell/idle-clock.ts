import { countsAsActivity, secondsOfWarning } from "./idle-timing";

export type IdleClock = {
  /** Runs the clock while somebody listens; for useSyncExternalStore. */
  subscribe: (listener: () => void) => () => void;
  /** Null while there is time, then the whole seconds left. */
  secondsLeft: () => number | null;
  /** The server has just seen us. */
  active: (at?: number) => void;
};

/**
 * How long the session still has, as far as this browser knows; `leave` is called once when it is over. All open pages share what they know, so
 * that one left behind neither warns nor leaves while another is used. A sleeping machine is no matter: times are compared, not counted.
 */
export function idleClock(idleMinutes: number, leave: () => void): IdleClock {
  let since = Date.now();
  let left: number | null = null;
  let isOver = false;
  let tell: () => void = () => undefined;
  let channel: BroadcastChannel | null = null;

  function look(): void {
    const now = secondsOfWarning(since, Date.now(), idleMinutes);
    if (now === 0 && !isOver) leave();
    isOver = now === 0;
    if (now === left) return;
    left = now;
    tell();
  }
  function hear(at: number): void {
    since = Math.max(since, at);
    look();
  }
  function active(at = Date.now()): void {
    channel?.postMessage(at);
    hear(at);
  }
  function subscribe(listener: () => void): () => void {
    tell = listener;
    const shared = new BroadcastChannel("phasewise-activity");
    channel = shared;
    shared.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (typeof data === "number") hear(data);
    };
    const requests = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (!(entry instanceof PerformanceResourceTiming) || !countsAsActivity(entry, window.location.origin)) continue;
        active(Date.now() - (performance.now() - entry.responseEnd));
      }
    });
    requests.observe({ type: "resource" });
    const ticking = setInterval(look, 1000);
    const wakings = ["focus", "pageshow", "visibilitychange"] as const;
    for (const waking of wakings) window.addEventListener(waking, look, { capture: true });
    return () => {
      for (const waking of wakings) window.removeEventListener(waking, look, { capture: true });
      clearInterval(ticking);
      requests.disconnect();
      shared.close();
      channel = null;
    };
  }
  return { subscribe, active, secondsLeft: () => left };
}
