import { describe, expect, it } from "vitest";
import { type GatedLine, waitOfSigned } from "@/lib/clinical/signed-wait";

const [anchor, today] = ["2026-10-01", "2026-11-21"];
const line = (given: Partial<GatedLine>): GatedLine => ({
  ...{ isOpen: false, opensOn: "2026-11-12", missingKeys: [] },
  ...given,
});

describe("what a signed line waits for", () => {
  it.each([
    ["nothing, when it is open", line({ isOpen: true }), null],
    ["nothing, when it is open although its day has been moved", line({ isOpen: true, opensOn: "2026-12-01" }), null],
    ["its day", line({ opensOn: "2026-11-26" }), { until: "day", day: 56, keys: [] }],
    ["nothing of its own, on its day under a hold", line({ opensOn: today }), null],
    ["a clearance", line({ missingKeys: ["OVERHEAD"] }), { until: "clearance", day: 42, keys: ["OVERHEAD"] }],
    [
      "the clearance before the day",
      line({ opensOn: "2026-11-26", missingKeys: ["OVERHEAD"] }),
      { until: "clearance", day: 56, keys: ["OVERHEAD"] },
    ],
  ])("%s", (_, gated, expected) => {
    expect(waitOfSigned(gated, anchor, today)).toEqual(expected);
  });
});
