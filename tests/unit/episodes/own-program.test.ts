import { describe, expect, it } from "vitest";
import type { Readiness } from "@/lib/clinical/readiness";
import { painCourse } from "@/lib/records/episodes/end/pain-course";
import { plainCriteria } from "@/lib/records/today/plain-criteria";

type Criterion = Readiness["criteria"][number];

function judged(...criteria: Pick<Criterion, "id" | "state" | "needed">[]): Readiness {
  const because = { en: "x", es: "x" };
  const rest: Omit<Criterion, "id" | "state" | "needed"> = { has: null, on: null, because, source: ["SEED2"] };
  return { ready: false, criteria: criteria.map((criterion) => ({ ...rest, ...criterion })) };
}

describe("what the next phase needs, for the patient", () => {
  it("tells what is there, what is not yet, and who looks at what the team observes, each sentence once", () => {
    const plain = plainCriteria(
      judged(
        { id: "minDay", state: "unmet", needed: 42 },
        { id: "redFlagFreeDays", state: "met", needed: 7 },
        { id: "walkContinuousMin", state: "met", needed: 20 },
        { id: "fusionEvidence", state: "met", needed: "SOLID" },
        { id: "clearance:PHASE_DYNAMIC_STABILISATION", state: "unmet", needed: "granted" },
        { id: "clearance:RUNNING", state: "unknown", needed: "granted" },
        { id: "functional:TUG", state: "unknown", needed: 12 },
        { id: "functional:5XSTS", state: "met", needed: 15 },
        { id: "other:1", state: "unknown", needed: null },
        { id: "other:2", state: "met", needed: null },
        { id: "hold", state: "met", needed: null },
        { id: "lastPhase", state: "unmet", needed: null },
      ),
      "2026-09-01",
    );
    const names = Object.entries(plain).map(([group, listed]) => [group, listed.map(({ name }) => name)]);
    expect(Object.fromEntries(names)).toEqual({
      met: ["redFlagFreeDays"],
      notYet: ["minDay", "clearance"],
      surgeon: ["fusionEvidence"],
      therapist: ["walkContinuousMin", "functional", "other"],
    });
    expect(plain.notYet[0]).toEqual({ name: "minDay", n: 42, on: "2026-10-13" });
  });

  it("says not yet where the patient's own report speaks against what the team observes, and while it is paused", () => {
    const plain = plainCriteria(
      judged({ id: "woundClosed", state: "unmet", needed: true }, { id: "hold", state: "unmet", needed: null }),
      "2026-09-01",
    );
    expect(plain.notYet.map(({ name }) => name)).toEqual(["woundClosed", "hold"]);
  });
});

describe("pain in a summary", () => {
  it("compares the first seven days with the last seven, and says nothing without an answer", () => {
    const day = (on: string, before: number | null) => ({ on, before, worst: null });
    expect(painCourse([day("2026-09-01", null)])).toEqual({ painFirst: null, painLast: null });
    const pain = [
      day("2026-09-01", 6),
      day("2026-09-07", 5),
      day("2026-09-08", 9),
      day("2026-10-01", null),
      day("2026-10-02", 2),
      day("2026-10-08", 1),
    ];
    expect(painCourse(pain)).toEqual({
      painFirst: { mean: 5.5, days: 2, from: "2026-09-01", to: "2026-09-07" },
      painLast: { mean: 1.5, days: 2, from: "2026-10-02", to: "2026-10-08" },
    });
  });
});
