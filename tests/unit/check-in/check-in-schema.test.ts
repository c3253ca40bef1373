import { expect, it } from "vitest";
import { checkInSchema } from "@/lib/schemas/check-in";

const parse = (answers: object) =>
  checkInSchema.safeParse({ idempotencyKey: "0190f000-0000-7000-8000-000000000001", stage: "full", answers });

it("takes what a form says", () => {
  expect(parse({ nprsBefore: 3, medsToday: "same as usual", sob: null, chestPain: false }).success).toBe(true);
});

it("refuses names that are none, and more than the database keeps of a report word for word", () => {
  expect(parse({ "a\u0000b": 1 }).success).toBe(false);
  expect(parse({ ["a".repeat(41)]: 1 }).success).toBe(false);
  const long = Array.from({ length: 60 }, (_, n) => [`answer${String(n)}`, "語".repeat(120)] as const);
  expect(parse(Object.fromEntries(long)).success).toBe(false);
  expect(parse(Object.fromEntries(long.slice(0, 30))).success).toBe(true);
});
