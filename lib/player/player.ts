import type { Lift, PlayerPlan } from "./plan";

/**
 * Where one is: `idle` before the start of a clock, `ready` getting into place, `work` in a lift, `rest` between sets, `turn` when the side or the
 * set changes and the person goes on when ready, `finished`.
 */
export type PlayerStage = "idle" | "ready" | "work" | "rest" | "turn" | "finished";

/** All times in ms of one clock that never goes back. */
export type Player = {
  /** Lifts done, and so the index of the one that is on. */
  done: number;
  stage: PlayerStage;
  /** What had passed of the stage when it was last set going. */
  spent: number;
  /** Since when the stage runs; null while it stands still, or waits for the person. */
  since: number | null;
  /** The latest tap. */
  tappedAt: number | null;
};

export type PlayerEvent = {
  /** `count` is a tap for one lift, `skip` ends a rest early, `back` takes the last lift back, `tick` says only what time it is. */
  type: "start" | "tick" | "pause" | "resume" | "count" | "skip" | "back";
  at: number;
};

const readyMs = { first: 5000, next: 4000 };
/** Up to here a late tick is only a busy machine; later the phone slept, nobody was told to go on, and the next stage begins now. */
const lateMs = 1500;
/** Two taps nearer than this are one: no lift is that quick, and a shaking finger does not start and pause at once. */
const sameTapMs = 400;

export function newPlayer({ kind }: PlayerPlan): Player {
  return { done: 0, stage: kind === "count" ? "work" : "idle", spent: 0, since: null, tappedAt: null };
}

/** The player after an event; what does not fit its state changes nothing but the time. */
export function play(plan: PlayerPlan, before: Player, { type, at }: PlayerEvent): Player {
  const player = caughtUp(plan, before, at);
  const isSameTap = player.tappedAt !== null && at - player.tappedAt < sameTapMs;
  return type === "tick" || isSameTap ? player : { ...tapped(plan, player, { type, at }), tappedAt: at };
}

function tapped(plan: PlayerPlan, player: Player, { type, at }: PlayerEvent): Player {
  switch (type) {
    case "start":
      return player.stage === "idle" ? begun(player, needsReady(plan) ? "ready" : "work", at) : player;
    case "pause":
      return player.since === null ? player : { ...player, spent: player.spent + at - player.since, since: null };
    case "resume":
      if (player.stage === "turn") return begun(player, "ready", at);
      return player.since === null && stageMs(plan, player) !== null ? { ...player, since: at } : player;
    case "skip":
      return player.stage === "rest" ? afterRest(plan, player, at) : player;
    case "count":
      return plan.kind === "count" && player.stage === "work" ? liftDone(plan, player, at) : player;
    case "back":
      return takenBack(plan, player);
    case "tick":
      return player;
  }
}

/** How long the stage lasts, in ms; null where it ends by the person alone. */
export function stageMs(plan: PlayerPlan, { stage, done }: Player): number | null {
  if (stage === "ready") return isSameRun(plan.lifts[done - 1], plan.lifts[done]) ? readyMs.next : readyMs.first;
  if (stage === "rest") return plan.restSec === null ? null : plan.restSec * 1000;
  const seconds = stage === "work" ? (plan.lifts[done]?.seconds ?? null) : null;
  return seconds === null ? null : seconds * 1000;
}

/** What is left of the stage at a time, in ms; null where nothing runs out. */
export function leftMs(plan: PlayerPlan, player: Player, at: number): number | null {
  const length = stageMs(plan, player);
  return length === null ? null : Math.max(0, length - passedMs(player, at));
}

function passedMs({ spent, since }: Player, at: number): number {
  return since === null ? spent : spent + at - since;
}

/** A walk starts at once; what is held or repeated gives time to get into place. */
function needsReady({ kind, lifts }: PlayerPlan): boolean {
  return kind === "hold" || lifts.length > 1;
}

function caughtUp(plan: PlayerPlan, player: Player, at: number): Player {
  const length = stageMs(plan, player);
  if (player.since === null || length === null || passedMs(player, at) < length) return player;
  const end = player.since + length - player.spent;
  const next = stageDone(plan, player, at - end <= lateMs ? end : at);
  return caughtUp(plan, next, at);
}

function stageDone(plan: PlayerPlan, player: Player, at: number): Player {
  if (player.stage === "ready") return begun(player, "work", at);
  return player.stage === "rest" ? afterRest(plan, player, at) : liftDone(plan, player, at);
}

function afterRest({ kind }: PlayerPlan, player: Player, at: number): Player {
  return kind === "count" ? stood(player, "work") : begun(player, "ready", at);
}

function liftDone(plan: PlayerPlan, player: Player, at: number): Player {
  const [last, next] = [plan.lifts[player.done], plan.lifts[player.done + 1]];
  const done = { ...player, done: player.done + 1 };
  if (!next) return stood(done, "finished");
  if (last?.set !== next.set && plan.restSec !== null) return begun(done, "rest", at);
  if (plan.kind === "count") return stood(done, "work");
  return isSameRun(last, next) ? begun(done, "ready", at) : stood(done, "turn");
}

/** Whether one lift follows the other without a break: within a set, on one side or with sides that take turns. */
function isSameRun(last: Lift | undefined, next: Lift | undefined): boolean {
  return last !== undefined && last.set === next?.set && next.rep === last.rep + 1;
}

/** A clock that is taken back stands still until the person goes on. */
function takenBack(plan: PlayerPlan, player: Player): Player {
  if (player.done === 0) return player;
  const back = { ...player, done: player.done - 1 };
  if (plan.kind === "count") return stood(back, "work");
  return stood(back, needsReady(plan) ? "ready" : "idle");
}

function begun(player: Player, stage: PlayerStage, at: number): Player {
  return { ...player, stage, spent: 0, since: at };
}

function stood(player: Player, stage: PlayerStage): Player {
  return { ...player, stage, spent: 0, since: null };
}
