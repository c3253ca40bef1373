import type { PlayerPlan } from "./plan";
import { leftMs, type Player } from "./player";

/** The player as it was looked at, at a time (ms). */
export type Look = { player: Player; at: number };

/** What is worth a word, a tone or a buzz: the start, a hold and its end, a lift counted, a break, three seconds to go, the end. */
export type Moment = {
  kind: "ready" | "hold" | "go" | "counted" | "rest" | "side" | "set" | "three" | "finished";
  /** The lift of its set that was counted, for `counted`. */
  n: number;
};

const shortestWithWarning = 5;

/** What happened between two looks at the player, in the order in which it is said. */
export function momentsBetween(plan: PlayerPlan, before: Look, after: Look): Moment[] {
  const [was, is] = [before.player, after.player];
  if (was.stage === is.stage && was.done === is.done)
    return isThree(plan, before, after) ? [{ kind: "three", n: 3 }] : [];
  const moments: Moment[] = [];
  if (is.done > was.done) {
    const last = plan.lifts[is.done - 1];
    if (last && plan.reps > 1) moments.push({ kind: "counted", n: last.rep });
  }
  const entered = enteredMoment(plan, was, is);
  if (entered) moments.push({ kind: entered, n: 0 });
  return moments;
}

function enteredMoment(plan: PlayerPlan, was: Player, is: Player): Moment["kind"] | null {
  const [last, next] = [plan.lifts[is.done - 1], plan.lifts[is.done]];
  const isChangedSide = is.done > was.done && next !== undefined && last?.side !== next.side;
  switch (is.stage) {
    case "finished":
      return "finished";
    case "rest":
      return "rest";
    case "ready":
      return isChangedSide ? "side" : is.done === was.done ? "ready" : null;
    case "turn":
      return last?.set === next?.set ? "side" : "set";
    case "work":
      if (plan.kind !== "count") return plan.kind === "hold" ? "hold" : "go";
      if (is.done < was.done) return null;
      if (last && last.set !== next?.set && is.done > was.done) return "set";
      return isChangedSide ? "side" : was.stage === "rest" ? "go" : null;
    case "idle":
      return null;
  }
}

/** Three seconds before a hold or a rest is over, once. */
function isThree(plan: PlayerPlan, before: Look, after: Look): boolean {
  const { player, at } = after;
  if (player.since === null || player.stage === "ready") return false;
  const [was, is] = [leftMs(plan, before.player, before.at), leftMs(plan, player, at)];
  const length = leftMs(plan, { ...player, spent: 0, since: null }, at);
  if (was === null || is === null || length === null || length < shortestWithWarning * 1000) return false;
  return was > 3000 && is <= 3000;
}
