import { describe, expect, it } from "vitest";
import { missingOf, subjectsWithNeeds } from "@/lib/records/clearances/evidence-needed";
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
