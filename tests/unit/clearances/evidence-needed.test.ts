import { describe, expect, it } from "vitest";
import type { Evidence } from "@/lib/records/clearances/evidence";
import { cautionOf, missingOf, subjectsWithNeeds } from "@/lib/records/clearances/evidence-needed";
import activities from "@/prisma/content/activities.json";
import keys from "@/prisma/content/clearance-keys.json";

const complete = {
  subjectId: "hydrotherapy",
  procedureType: "fusion",
  hasAnswer: true,
  recorded: ["woundClosed"],
  isWoundReportedClosed: false,
  askedByPhase: [],
} as const;

describe("what the evidence of a request still lacks", () => {
  it("is nothing where the pain is answered and what the activity needs was seen", () => {
    expect(missingOf(complete)).toEqual([]);
    expect(missingOf({ ...complete, recorded: [], isWoundReportedClosed: true })).toEqual([]);
  });

  it("names an answer, the wound, sitting, walking and imaging, imaging after a fusion alone", () => {
    expect(missingOf({ ...complete, hasAnswer: false, recorded: [] })).toEqual(["answer", "wound"]);
    expect(missingOf({ ...complete, subjectId: "desk-work" })).toEqual(["sitting"]);
    expect(missingOf({ ...complete, subjectId: "RUNNING" })).toEqual(["walking", "imaging"]);
    expect(missingOf({ ...complete, subjectId: "RUNNING", procedureType: "lumbar" })).toEqual(["walking"]);
    expect(missingOf({ ...complete, subjectId: "stairs", recorded: [] })).toEqual([]);
  });

  it("asks for what the phase asks for that a yes would open", () => {
    const askedByPhase = ["sitToleranceMin", "fusionEvidence", "functional:TUG"];
    const known = { ...complete, subjectId: "PHASE_DYNAMIC_STABILISATION", askedByPhase };
    expect(missingOf(known)).toEqual(["sitting", "imaging", "tests"]);
    expect(missingOf({ ...known, recorded: askedByPhase })).toEqual([]);
  });

  it("knows only subjects of the content", () => {
    const known = JSON.stringify([activities, keys]);
    for (const id of subjectsWithNeeds) expect(known).toContain(`"${id}"`);
  });
});

describe("what speaks against choosing a usual grant beforehand", () => {
  const on = "2026-11-20";
  const seen = { on, by: "Dr. Jay Osprey, MD", note: null };
  const evidence = (given: object) =>
    ({
      subject: { id: "hydrotherapy" },
      procedure: { type: "fusion" },
      pain: { points: [...Array<null>(13).fill(null), 3] },
      healing: { wound: null, woundReport: { isClosed: true, on }, imaging: null },
      conditions: { holds: [] },
      ...given,
    }) as unknown as Evidence;

  it("is nothing where nothing is missing and no hold is open", () => {
    expect(cautionOf(evidence({}))).toBeNull();
    expect(
      cautionOf(
        evidence({
          subject: { id: "RUNNING" },
          function: [{ criterion: "walkContinuousMin" }],
          healing: { wound: null, woundReport: null, imaging: { level: "SOLID", ...seen } },
        }),
      ),
    ).toBeNull();
  });

  it("is a hold, an answer older than a week, and a wound that a clinician did not find closed", () => {
    const hold = { cause: "baseline-drift", surgeonOnly: false, since: "2026-11-20T12:00:00.000Z" };
    expect(cautionOf(evidence({ conditions: { holds: [hold] } }))).toEqual({ isHeld: true, missing: [] });
    const points = [...Array<null>(5).fill(null), 3, ...Array<null>(8).fill(null)];
    expect(cautionOf(evidence({ pain: { points } }))).toEqual({ isHeld: false, missing: ["answer"] });
    const healing = { wound: { isClosed: false, ...seen }, woundReport: { isClosed: true, on }, imaging: null };
    expect(cautionOf(evidence({ healing }))).toEqual({ isHeld: false, missing: ["wound"] });
    expect(cautionOf(evidence({ healing: undefined }))).toEqual({ isHeld: false, missing: ["wound"] });
  });
});
