import { describe, expect, it } from "vitest";
import type { Dosage } from "@/lib/clinical/facts";
import { type PlayerPlan, planOf } from "@/lib/player/plan";
import { leftMs, newPlayer, play, type Player } from "@/lib/player/player";
import { bridge, type Given, planFor, pumps, walk } from "./given";

/** A look every 100 ms. */
const ticksTo = (end: number): Given[] => Array.from({ length: end / 100 }, (_, index) => ["tick", (index + 1) * 100]);
function played(plan: PlayerPlan, events: readonly Given[]): Player {
  return events.reduce((player, [type, at]) => play(plan, player, { type, at }), newPlayer(plan));
}

describe("what a dosage asks for", () => {
  const turns = (dosage: Dosage, goesOn = false) =>
    planOf(dosage, goesOn)?.lifts.map(({ set, rep, side }) => `${set}.${rep}${side === null ? "" : side.at(0)}`);
  it("counts sets and repetitions in order", () => {
    expect(turns({ sets: 2, reps: 2 })).toEqual(["1.1", "1.2", "2.1", "2.2"]);
  });
  it("does a set on one side, then on the other, also where only the exercise's steps say so", () => {
    expect(turns({ reps: 2, side: "both" })).toEqual(["1.1f", "1.2f", "1.1o", "1.2o"]);
    expect(turns({ reps: 2 }, true)).toEqual(["1.1f", "1.2f", "1.1o", "1.2o"]);
    expect(turns({ reps: 2, side: "left" }, true)).toEqual(["1.1", "1.2"]);
  });
  it("lets the sides take turns without asking for more than is prescribed", () => {
    expect(turns({ reps: 4, side: "alternate" })).toEqual(["1.1f", "1.2o", "1.3f", "1.4o"]);
  });
  it("is minutes where there are minutes, and nothing where there is nothing to count", () => {
    expect(walk).toMatchObject({ kind: "time", lifts: [{ seconds: 1200, side: null }] });
    expect(planOf({ durationMin: 1, sets: 3, reps: 1, side: "both" })?.lifts).toHaveLength(3);
    expect(planOf({})).toBeNull();
    expect(planOf({ sets: 1, reps: 1 })).toBeNull();
    expect(planOf({ sets: 1, reps: 1, holdSec: 30 })?.lifts).toHaveLength(1);
    expect(planOf({ sets: 2, restSec: 0 })?.restSec).toBeNull();
  });
});

describe("a hold", () => {
  it("gives time to get into place, holds, and goes on to the next", () => {
    expect(
      played(bridge, [
        ["start", 0],
        ["tick", 4999],
      ]),
    ).toMatchObject({ stage: "ready", done: 0 });
    expect(
      played(bridge, [
        ["start", 0],
        ["tick", 5000],
      ]),
    ).toMatchObject({ stage: "work", done: 0 });
    const held = played(bridge, [
      ["start", 0],
      ["tick", 5100],
      ["tick", 10_050],
    ]);
    expect(held).toMatchObject({ stage: "ready", done: 1 });
    expect(leftMs(bridge, held, 10_050)).toBe(3950);
  });
  it("rests between the sets as long as prescribed, and ends", () => {
    const rests = played(bridge, [["start", 0], ...ticksTo(19_000)]);
    expect(rests).toMatchObject({ stage: "rest", done: 2, since: 19_000 });
    expect(play(bridge, rests, { type: "skip", at: 20_000 })).toMatchObject({ stage: "ready", since: 20_000 });
    expect(played(bridge, [["start", 0], ...ticksTo(47_900)])).toMatchObject({ stage: "work", done: 3 });
    expect(played(bridge, [["start", 0], ...ticksTo(48_000)])).toMatchObject({
      stage: "finished",
      done: 4,
      since: null,
    });
  });
  it("stands still while paused, and goes on with what was left", () => {
    const paused = played(bridge, [
      ["start", 0],
      ["tick", 5000],
      ["pause", 7000],
      ["tick", 90_000],
    ]);
    expect(paused).toMatchObject({ stage: "work", spent: 2000, since: null });
    expect(leftMs(bridge, paused, 90_000)).toBe(3000);
    const resumed = play(bridge, paused, { type: "resume", at: 100_000 });
    expect(leftMs(bridge, resumed, 101_000)).toBe(2000);
    expect(play(bridge, resumed, { type: "resume", at: 102_000 })).toMatchObject({ stage: "work", since: 100_000 });
  });
  it("does not count on by itself while the phone sleeps: the hold is over, the next begins when it wakes", () => {
    expect(
      played(bridge, [
        ["start", 0],
        ["tick", 5000],
        ["tick", 600_000],
      ]),
    ).toMatchObject({
      stage: "ready",
      done: 1,
      since: 600_000,
    });
  });
  it("takes two taps of a shaking finger for one", () => {
    expect(
      played(bridge, [
        ["start", 0],
        ["pause", 200],
      ]),
    ).toMatchObject({ stage: "ready", since: 0 });
  });
  it("waits for the person where the side or the set changes without a rest", () => {
    const sides = planFor({ sets: 1, reps: 1, holdSec: 10, side: "both" });
    const turned = played(sides, [
      ["start", 0],
      ["tick", 5000],
      ["tick", 15_000],
      ["tick", 99_000],
    ]);
    expect(turned).toMatchObject({ stage: "turn", done: 1, since: null });
    expect(play(sides, turned, { type: "resume", at: 100_000 })).toMatchObject({ stage: "ready", since: 100_000 });
    expect(play(sides, turned, { type: "pause", at: 100_000 })).toMatchObject({ stage: "turn", since: null });
  });
  it("takes the last one back and stands still", () => {
    const back = played(bridge, [
      ["start", 0],
      ["tick", 5000],
      ["tick", 10_000],
      ["back", 11_000],
    ]);
    expect(back).toMatchObject({ stage: "ready", done: 0, since: null });
    expect(play(bridge, back, { type: "back", at: 12_000 })).toMatchObject({ stage: "ready", done: 0 });
    expect(play(bridge, newPlayer(bridge), { type: "back", at: 0 })).toMatchObject({ stage: "idle" });
    expect(leftMs(bridge, back, 50_000)).toBe(5000);
  });
});

describe("a count", () => {
  it("counts taps, one of two that are too near, and rests after the set", () => {
    expect(
      played(pumps, [
        ["count", 0],
        ["count", 200],
        ["count", 1000],
      ]),
    ).toMatchObject({ done: 2, stage: "work" });
    const rests = played(pumps, [
      ["count", 0],
      ["count", 1000],
      ["count", 2000],
      ["count", 4000],
    ]);
    expect(rests).toMatchObject({ done: 3, stage: "rest" });
    expect(play(pumps, rests, { type: "tick", at: 22_000 })).toMatchObject({ stage: "work", done: 3 });
    expect(play(pumps, rests, { type: "back", at: 5000 })).toMatchObject({ stage: "work", done: 2, since: null });
  });
  it("never counts past the end", () => {
    const all = played(planFor({ reps: 2 }), [
      ["count", 0],
      ["count", 1000],
      ["count", 2000],
      ["start", 2500],
    ]);
    expect(all).toMatchObject({ done: 2, stage: "finished" });
  });
});

describe("a walk", () => {
  it("begins at once, is right after the phone slept, and can be taken back", () => {
    const asleep = played(walk, [
      ["start", 0],
      ["tick", 600_000],
    ]);
    expect(leftMs(walk, asleep, 600_000)).toBe(600_000);
    const ended = play(walk, asleep, { type: "tick", at: 3_000_000 });
    expect(ended).toMatchObject({ stage: "finished", done: 1 });
    expect(play(walk, ended, { type: "back", at: 3_000_100 })).toMatchObject({ stage: "idle", done: 0 });
  });
});
