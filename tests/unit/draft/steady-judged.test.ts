import { describe, expect, it } from "vitest";
import type { SignedLine } from "@/lib/clinical/signing";
import { steadyJudged } from "@/lib/draft/steady-judged";

const finding = {
  rule: "dose-above-default",
  severity: "caution" as const,
  because: { en: "More than usual.", es: "Más de lo usual." },
  source: ["one"],
};

function judged(change: Partial<SignedLine> = {}): SignedLine {
  return {
    exercise: "heel-slides",
    phase: 1,
    verdict: "caution",
    heldBack: { until: "clearance", day: 42, keys: ["SWIM_POOL"] },
    findings: [structuredClone(finding)],
    ...change,
  };
}

const [a, b] = [{ id: "a" }, { id: "b" }];

describe("judged lines that say the same", () => {
  it("stay the same objects, wherever their line stands", () => {
    const steady = steadyJudged();
    const before = steady([a, b], [judged(), judged({ phase: 2 })]);
    const after = steady([b, a], [judged({ phase: 2 }), judged()]);
    expect(after.get("a")).toBe(before.get("a"));
    expect(after.get("b")).toBe(before.get("b"));
  });

  it.each<[string, Partial<SignedLine>]>([
    ["exercise", { exercise: "bridges" }],
    ["phase", { phase: 2 }],
    ["verdict", { verdict: "block" }],
    ["no longer waiting", { heldBack: null }],
    ["waiting for something else", { heldBack: { until: "phase", day: 42, keys: ["SWIM_POOL"] } }],
    ["another day", { heldBack: { until: "clearance", day: 43, keys: ["SWIM_POOL"] } }],
    ["another key", { heldBack: { until: "clearance", day: 42, keys: ["LUMBAR_ROM"] } }],
    ["one finding more", { findings: [finding, finding] }],
    ["none", { findings: [] }],
    ["another rule", { findings: [{ ...finding, rule: "too-early" }] }],
    ["another severity", { findings: [{ ...finding, severity: "override" }] }],
    ["other English", { findings: [{ ...finding, because: { ...finding.because, en: "!" } }] }],
    ["other Spanish", { findings: [{ ...finding, because: { ...finding.because, es: "!" } }] }],
    ["another source", { findings: [{ ...finding, source: ["two"] }] }],
    ["one source more", { findings: [{ ...finding, source: ["one", "two"] }] }],
  ])("are the new ones where they say something else: %s", (_, change) => {
    const steady = steadyJudged();
    steady([a], [judged()]);
    const next = judged(change);
    expect(steady([a], [next]).get("a")).toBe(next);
  });

  it("know nothing of lines that are gone or were not judged", () => {
    const steady = steadyJudged();
    steady([a, b], [judged(), judged()]);
    expect([...steady([b], []).keys()]).toEqual([]);
  });
});
