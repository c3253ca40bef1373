import type { LiftSide, PlayerPlan } from "./plan";
import { leftMs, stageMs, type Player } from "./player";

/** What the counter shows: which set and side is on or has just ended, how many of it are done, and what is left of the stage. */
export type PlayerView = {
  set: number;
  side: LiftSide | null;
  doneOfSet: number;
  /** Whole seconds, the one that runs counted; null where nothing runs out. */
  secondsLeft: number | null;
  /** What is left of the stage, 1 to 0; smooth, and in steps of whole seconds for who asked for less motion. */
  share: { smooth: number; stepped: number };
  isRunning: boolean;
};

/** The player as it is seen at a time (ms of its clock). */
export function viewOf(plan: PlayerPlan, player: Player, at: number): PlayerView {
  const isBreak = player.stage === "rest" || player.stage === "turn" || player.stage === "finished";
  const lift = plan.lifts[isBreak ? player.done - 1 : player.done];
  const [left, length] = [leftMs(plan, player, at), stageMs(plan, player)];
  const secondsLeft = left === null ? null : Math.ceil(left / 1000);
  const share = (ms: number) => (length === null || length === 0 ? 0 : Math.min(1, ms / length));
  return {
    set: lift?.set ?? 1,
    side: lift?.side ?? null,
    doneOfSet: lift === undefined ? 0 : isBreak ? lift.rep : lift.rep - 1,
    secondsLeft,
    share: { smooth: share(left ?? 0), stepped: share((secondsLeft ?? 0) * 1000) },
    isRunning: player.since !== null,
  };
}
