import { describe, expect, it } from "vitest";
import { entryKeys, neededKeys } from "@/lib/clinical/needed-keys";
import {
  aContent,
  anExercise,
  aPhase,
  aProtocol,
  fourPhases,
  fromDay,
  onDay,
  withClearance,
} from "../../support/clinical-content";

describe("the keys that a line waits for", () => {
  const content = aContent(
    [anExercise({ clearanceKey: "RUNNING", earliest: { fusion: fromDay(0), pathway: withClearance(0) } })],
    aProtocol("fusion", fourPhases),
    aProtocol("pathway", [aPhase(1, 0, null)]),
  );

  it("are the exercise's own where a protocol asks for it, granted or not", () => {
    expect(neededKeys("bridge", onDay(100), content)).toEqual([]);
    expect(neededKeys("bridge", onDay(100, { alsoProtocols: ["pathway"] }), content)).toEqual(["RUNNING"]);
    expect(neededKeys("nope", onDay(100), content)).toEqual([]);
  });
});

describe("the keys that opening a phase takes", () => {
  it("are its own and those of the phases before it, each once", () => {
    const phases = [
      aPhase(1, 0, 14, { entryClearances: ["PROGRAM_START"] }),
      aPhase(2, 14, 42, { entryClearances: ["PROGRAM_START", "AEROBIC_MACHINES"] }),
      aPhase(3, 42, null, { entryClearances: ["RUNNING"] }),
    ];
    const content = aContent([], aProtocol("fusion", phases));
    expect(entryKeys("fusion", 2, content)).toEqual(["PROGRAM_START", "AEROBIC_MACHINES"]);
    expect(entryKeys("nope", 2, content)).toEqual([]);
  });
});
