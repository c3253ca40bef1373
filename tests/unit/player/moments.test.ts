import { describe, expect, it } from "vitest";
import { momentsBetween } from "@/lib/player/moments";
import type { PlayerPlan } from "@/lib/player/plan";
import { newPlayer, play, type PlayerEvent } from "@/lib/player/player";
import { bridge, type Given, planFor, pumps } from "./given";

/** The player and everything that was said on the way, a look every 250 ms between the events. */
function told(plan: PlayerPlan, events: readonly Given[]): string[] {
  const said: string[] = [];
  let look = { player: newPlayer(plan), at: 0 };
  const see = (type: PlayerEvent["type"], at: number) => {
    const next = { player: play(plan, look.player, { type, at }), at };
    for (const { kind, n } of momentsBetween(plan, look, next)) said.push(kind === "counted" ? String(n) : kind);
    look = next;
  };
  for (const [type, at] of events) {
    for (let tick = look.at + 250; tick < at; tick += 250) see("tick", tick);
    see(type, at);
  }
  return said;
}

describe("what is said", () => {
  it("of a hold: when to hold, when three seconds are left, the count, the rest, the end", () => {
    expect(
      told(bridge, [
        ["start", 0],
        ["tick", 60_000],
      ]),
    ).toEqual([
      ...["ready", "hold", "three", "1", "hold", "three", "2", "rest", "three", "ready"],
      ...["hold", "three", "1", "hold", "three", "2", "finished"],
    ]);
  });
  it("of a count: each tap, the rest and when to go on; nothing when one is taken back", () => {
    const taps: Given[] = [
      ["count", 1000],
      ["count", 2000],
      ["back", 3000],
      ["count", 4000],
      ["count", 5000],
    ];
    expect(told(pumps, [...taps, ["tick", 30_000]])).toEqual(["1", "2", "2", "3", "rest", "three", "go"]);
    expect(
      told(planFor({ sets: 2, reps: 1 }), [
        ["count", 1000],
        ["count", 2000],
      ]),
    ).toEqual(["set", "finished"]);
  });
  it("of the sides: when to change", () => {
    const hold = planFor({ reps: 1, holdSec: 3, side: "both" });
    expect(
      told(hold, [
        ["start", 0],
        ["tick", 9000],
        ["resume", 10_000],
        ["tick", 20_000],
      ]),
    ).toEqual([...["ready", "hold", "side", "ready", "hold", "finished"]]);
    expect(
      told(planFor({ reps: 2, holdSec: 3, side: "alternate" }), [
        ["start", 0],
        ["tick", 20_000],
      ]),
    ).toEqual([...["ready", "hold", "1", "side", "hold", "2", "finished"]]);
    expect(
      told(planFor({ reps: 2, side: "both" }), [
        ["count", 1000],
        ["count", 2000],
      ]),
    ).toEqual(["1", "2", "side"]);
  });
  it("of sets without a rest: that a set is done", () => {
    expect(
      told(planFor({ sets: 2, reps: 1, holdSec: 3 }), [
        ["start", 0],
        ["tick", 9000],
      ]),
    ).toEqual(["ready", "hold", "set"]);
  });
  it("of a walk: go, and the end", () => {
    expect(
      told(planFor({ durationMin: 1 }), [
        ["start", 0],
        ["tick", 70_000],
      ]),
    ).toEqual(["go", "three", "finished"]);
  });
});
