import { describe, expect, it } from "vitest";
import type { DayMarks } from "@/lib/check-in/day-marks";
import { lastMarkedSession, linesOfSession, nextAfter, nextUp } from "@/lib/check-in/next-up";

const line = (id: string, ...marks: DayMarks) => ({ id, marks });
const next = (...lines: { id: string; marks: DayMarks }[]) => {
  const up = nextUp(lines);
  return up && `${up.line.id}${up.session}${up.isLater ? " later" : ""}`;
};

describe("what is next", () => {
  it("is the first exercise without its mark, of the earliest session", () => {
    expect(next(line("a", null, null), line("b", null))).toBe("a1");
    expect(next(line("a", "done", null), line("b", null))).toBe("b1");
    expect(next(line("a", "not-done"), line("b", null))).toBe("a1");
  });
  it("is for later once a session is complete and the next one not begun", () => {
    expect(next(line("a", "done", null), line("b", "skipped-it-hurts"))).toBe("a2 later");
    expect(next(line("a", "done", null), line("b", "done", "too-easy"))).toBe("a2");
  });
  it("is nothing when all are marked, or there are none", () => {
    expect(next(line("a", "done", "could-not"))).toBeNull();
    expect(next()).toBeNull();
  });
});

describe("what follows a mark", () => {
  const after = (id: string, session: number, ...lines: { id: string; marks: DayMarks }[]) =>
    nextAfter(lines, id, session)?.id ?? null;
  it("is the next exercise of the session, and the list when the session is complete", () => {
    expect(after("a", 1, line("a", null, null), line("b", null))).toBe("b");
    expect(after("b", 1, line("a", "done", null), line("b", null))).toBeNull();
    expect(after("a", 2, line("a", "done", null), line("b", "done", null))).toBe("b");
    expect(after("a", 2, line("a", "done", null), line("b", null, null))).toBe("b");
  });
});

it("counts the exercises of a session, and finds the latest mark", () => {
  expect(linesOfSession([line("a", null), line("b", null, null)], 2).map(({ id }) => id)).toEqual(["b"]);
  expect(lastMarkedSession(["done", "too-easy", null])).toBe(2);
  expect(lastMarkedSession([null, "not-done"])).toBeNull();
});
