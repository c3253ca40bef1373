import { describe, expect, it } from "vitest";
import { canonicalJson, sha256Of } from "@/lib/records/canonical-json";

describe("canonical JSON", () => {
  it("sorts keys at every depth and leaves undefined members out", () => {
    expect(canonicalJson({ b: 1, a: { d: [true, null, "é"], c: undefined, B: 2 } })).toBe(
      '{"a":{"B":2,"d":[true,null,"é"]},"b":1}',
    );
  });

  it("gives the same digest whatever the key order, another for any other value", () => {
    expect(sha256Of({ a: 1, b: [2, 3] })).toBe(sha256Of({ b: [2, 3], a: 1 }));
    expect(sha256Of({ a: 1, b: [3, 2] })).not.toBe(sha256Of({ a: 1, b: [2, 3] }));
    expect(sha256Of({})).toBe("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
  });

  it("tells a number from its text and null from a missing member", () => {
    const texts = [{ a: 1 }, { a: "1" }, { a: null }, {}].map((value) => canonicalJson(value));
    expect(new Set(texts).size).toBe(texts.length);
  });

  it.each([
    ["a date", new Date(0)],
    ["NaN", Number.NaN],
    ["undefined", undefined],
    ["a hole", [undefined]],
    ["a function", () => 1],
    ["a big integer", 1n],
  ])("refuses %s", (_, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});
