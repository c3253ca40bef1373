import { momentsBetween, type Moment } from "@/lib/player/moments";
import type { PlayerPlan } from "@/lib/player/plan";
import { newPlayer, play, type Player, type PlayerEvent } from "@/lib/player/player";

/** The player as it is now, and what was last worth a word; `count` tells one saying from the next. */
export type PlayerLook = { player: Player; at: number; said: { moments: readonly Moment[]; count: number } };

export type PlayerClock = {
  /** Runs the clock while somebody listens; for useSyncExternalStore. */
  subscribe: (listener: () => void) => () => void;
  look: () => PlayerLook;
  send: (type: PlayerEvent["type"]) => void;
};

const tickMs = 200;

/**
 * The player of a plan with the phone's clock. Times are compared, not counted, so that it is right when the screen was locked or the page slept;
 * the time of day rather than the page's own, which may stand still with the machine.
 */
export function playerClock(plan: PlayerPlan): PlayerClock {
  let now = Date.now();
  let look: PlayerLook = { player: newPlayer(plan), at: now, said: { moments: [], count: 0 } };
  let tell: () => void = () => undefined;
  let isHeard = false;
  let ticking: ReturnType<typeof setInterval> | undefined;

  function send(type: PlayerEvent["type"]): void {
    // A clock that is set back must not give a hold its seconds again.
    now = Math.max(now, Date.now());
    const next = { player: play(plan, look.player, { type, at: now }), at: now };
    const moments = momentsBetween(plan, look, next);
    look = { ...next, said: moments.length === 0 ? look.said : { moments, count: look.said.count + 1 } };
    keepTicking();
    tell();
  }
  function keepTicking(): void {
    clearInterval(ticking);
    if (isHeard && look.player.since !== null) ticking = setInterval(send, tickMs, "tick");
  }
  function wake(): void {
    send("tick");
  }
  function subscribe(listener: () => void): () => void {
    tell = listener;
    isHeard = true;
    keepTicking();
    document.addEventListener("visibilitychange", wake);
    return () => {
      document.removeEventListener("visibilitychange", wake);
      isHeard = false;
      keepTicking();
    };
  }
  return { subscribe, look: () => look, send };
}
