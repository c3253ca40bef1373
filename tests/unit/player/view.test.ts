import { describe, expect, it } from "vitest";
import { newPlayer, play, type Player } from "@/lib/player/player";
import { viewOf } from "@/lib/player/view";
import { bridge, planFor, pumps } from "./given";

const resting: Player = { done: 3, stage: "rest", spent: 0, since: 0, tappedAt: 0 };

describe("what the counter shows", () => {
  it("before the start: the first set, nothing done, no clock", () => {
    expect(viewOf(bridge, newPlayer(bridge), 0)).toMatchObject({ set: 1, doneOfSet: 0, secondsLeft: null, side: null });
  });
  it("the seconds that are left, and how much of the ring", () => {
    const started = play(bridge, newPlayer(bridge), { type: "start", at: 0 });
    expect(viewOf(bridge, started, 1250)).toMatchObject({
      secondsLeft: 4,
      share: { smooth: 0.75, stepped: 0.8 },
      isRunning: true,
    });
  });
  it("during a rest the set that has ended, afterwards the next one", () => {
    expect(viewOf(pumps, resting, 500)).toMatchObject({ set: 1, doneOfSet: 3, secondsLeft: 20 });
    expect(viewOf(pumps, play(pumps, resting, { type: "tick", at: 20_000 }), 20_000)).toMatchObject({
      set: 2,
      doneOfSet: 0,
      secondsLeft: null,
      share: { smooth: 0, stepped: 0 },
    });
  });
  it("all of the last set at the end, and the side where there are two", () => {
    const both = planFor({ reps: 2, side: "both" });
    expect(viewOf(both, { ...resting, done: 2, stage: "work", since: null }, 0)).toMatchObject({
      side: "other",
      doneOfSet: 0,
    });
    expect(viewOf(both, { ...resting, done: 4, stage: "finished", since: null }, 0)).toMatchObject({ doneOfSet: 2 });
  });
});
