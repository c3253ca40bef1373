import { expect, it } from "vitest";
import { heldByPhase } from "@/lib/clinical/held-by-phase";
import type { SignedLine, SigningResult } from "@/lib/clinical/signing";
import { aContent, aPhase, aProtocol } from "../../support/clinical-content";

const phases = [
  aPhase(1, 0, 14, { entryClearances: ["PROGRAM_START"] }),
  aPhase(2, 14, null, { entryClearances: ["RUNNING"] }),
];
const content = aContent([], aProtocol("fusion", phases));
const line = (phase: number, part: Partial<SignedLine> = {}): SignedLine => ({
  ...{ exercise: "bridge", phase, verdict: "clear", heldBack: null, findings: [] },
  ...part,
});
const answer = (...lines: SignedLine[]): SigningResult => ({ verdict: "clear", lines, findings: [] });
const today = "2026-11-21";
const granted = (key: "PROGRAM_START" | "RUNNING") => ({
  ...{ key, status: "granted" as const, from: "2026-11-01", until: null },
});

it("holds every open line of a phase back by the keys that its entry still waits for", () => {
  const { lines } = heldByPhase(answer(line(1), line(2)), { protocol: "fusion", today }, 1, content);
  expect(lines[0]?.heldBack).toEqual({ until: "clearance", day: 0, keys: ["PROGRAM_START"] });
  expect(lines[1]?.heldBack).toBeNull();
});

it("leaves what is held back already, and what is blocked", () => {
  const own = line(1, { heldBack: { until: "day", day: 20, keys: [] } });
  const given = answer(own, line(1, { verdict: "block" }));
  expect(heldByPhase(given, { protocol: "fusion", today }, 1, content).lines).toEqual(given.lines);
});

it("asks for the keys of the phases before it too, and for none that stands", () => {
  const some = { protocol: "fusion", today, clearances: [granted("RUNNING")] };
  expect(heldByPhase(answer(line(2)), some, 2, content).lines[0]?.heldBack?.keys).toEqual(["PROGRAM_START"]);
  const all = { ...some, clearances: [granted("PROGRAM_START"), granted("RUNNING")] };
  const given = answer(line(2));
  expect(heldByPhase(given, all, 2, content)).toBe(given);
});
