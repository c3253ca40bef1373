import { expect, test, vi } from "vitest";
import { z } from "zod";
import { readOnce } from "@/lib/schemas/read-once";

const seen = vi.fn();
const counted = z.strictObject({ tags: z.array(z.string()) }).refine((value) => {
  seen(value.tags[0]);
  return true;
});
const text = (tag: string) => JSON.stringify({ tags: [tag] });

test("each text is read once, and what many share cannot be changed", () => {
  seen.mockClear();
  const read = readOnce(counted, 10);
  const first = read(text("a"));
  expect(read(text("a"))).toBe(first);
  expect(read(text("b"))).toEqual({ tags: ["b"] });
  expect(seen).toHaveBeenCalledTimes(2);
  expect(() => first.tags.push("c")).toThrow(TypeError);
});

test("what the schema refuses is refused each time", () => {
  const read = readOnce(counted, 10);
  for (const wrong of ['{"tags":[1]}', '{"tags":[],"more":1}', "no JSON"]) {
    expect(() => read(wrong)).toThrow();
    expect(() => read(wrong)).toThrow();
  }
});

test("no more than so many are kept, the least recently used goes first", () => {
  seen.mockClear();
  const read = readOnce(counted, 2);
  for (const tag of ["a", "b", "a", "c", "a"]) read(text(tag));
  expect(seen.mock.calls.flat()).toEqual(["a", "b", "c"]);
  read(text("b"));
  expect(seen.mock.calls.flat()).toEqual(["a", "b", "c", "b"]);
});
