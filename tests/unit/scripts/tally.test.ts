import { describe, expect, it } from "vitest";
import { lastLine, tallyOf } from "../../../scripts/test/tally";

describe("the count over all suites", () => {
  it("is one line", () => {
    expect(lastLine([tallyOf(3, 0, 0), tallyOf(4, 2, 1)])).toBe("7 passed, 2 failed");
  });

  it("counts a tool that failed without a failed test", () => {
    expect(tallyOf(10, 0, 1)).toEqual({ passed: 10, failed: 1 });
  });
});
