import { expect, it } from "vitest";
import { termsIn } from "@/app/(clinic)/patients/[patientId]/episode/_components/restrictions/restriction-form";
import { fieldErrors } from "@/lib/schemas/field-errors";
import { orderRestrictionsSchema, restrictionSchema } from "@/lib/schemas/restriction";

/** What the form would order; or what is wrong, by field. */
function ordered(typed: Record<string, string>): unknown {
  const form = new FormData();
  for (const [name, value] of Object.entries({ end: "none", unit: "kg", ...typed })) form.set(`${name}-new`, value);
  const input = { patientId: crypto.randomUUID(), restrictions: [termsIn(form, "new")], password: "x" };
  const result = orderRestrictionsSchema.safeParse(input);
  return result.success ? result.data.restrictions[0] : fieldErrors(result.error);
}

it.each<[string, Record<string, string>, object]>([
  ["kilograms", { kind: "lift-limit", mass: "4,5" }, { kg: 4.5 }],
  ["pounds, stored in tenths of a kilogram", { kind: "lift-limit", mass: "10", unit: "lb" }, { kg: 4.5 }],
  [
    "the kilograms that stood where their pounds are as shown",
    { kind: "lift-limit", mass: "10.5", unit: "lb", kgStood: "4.7" },
    { kg: 4.7 },
  ],
  ["other pounds", { kind: "lift-limit", mass: "10", unit: "lb", kgStood: "4.7" }, { kg: 4.5 }],
  ["minutes until a phase", { kind: "sit-limit", minutes: "20", end: "phase", untilPhase: "3" }, { untilPhase: 3 }],
  ["until a clearance", { kind: "brace", end: "clearance", untilClearance: "RUNNING" }, { untilClearance: "RUNNING" }],
  ["what its kind does not show is left out", { kind: "brace", mass: "4", minutes: "x", untilDate: "x" }, { kg: null }],
])("orders %s", (_, typed, terms) => {
  expect(ordered(typed)).toMatchObject(terms);
});

it.each<[string, Record<string, string>, object]>([
  ["no kind", { kind: "" }, { kind: "chooseOne" }],
  ["no limit", { kind: "lift-limit", mass: "" }, { kg: "required" }],
  ["a limit of nothing", { kind: "lift-limit", mass: "0" }, { kg: "outOfRange" }],
  ["a limit that is no number", { kind: "lift-limit", mass: "ten" }, { kg: "numberNeeded" }],
  ["a unit that nobody knows", { kind: "lift-limit", mass: "4", unit: "stone" }, { kg: "numberNeeded" }],
  ["half a minute", { kind: "sit-limit", minutes: "0.5" }, { minutes: "wholeNumber" }],
  ["no day", { kind: "brace", end: "date", untilDate: "" }, { untilDate: "badDay" }],
  ["no phase", { kind: "brace", end: "phase", untilPhase: "x" }, { untilPhase: "chooseOne" }],
  ["a key that is none", { kind: "brace", end: "clearance", untilClearance: "" }, { untilClearance: "chooseOne" }],
])("names %s at its field", (_, typed, wrong) => {
  const named = Object.entries(wrong).map(([field, message]) => [`restrictions.0.${field}`, message] as const);
  expect(ordered(typed)).toEqual(Object.fromEntries(named));
});

it("takes a limit only for its kind, and one end", () => {
  const wrong = (terms: object) => {
    const { error } = restrictionSchema.safeParse(terms);
    return error === undefined ? {} : fieldErrors(error);
  };
  expect(wrong({ kind: "brace", kg: 4 })).toEqual({ kg: "notForThisKind" });
  expect(wrong({ kind: "brace", minutes: 4 })).toEqual({ minutes: "notForThisKind" });
  expect(wrong({ kind: "sit-limit" })).toEqual({ minutes: "required" });
  expect(wrong({ kind: "brace", untilDate: "2026-12-01", untilPhase: 3 })).toEqual({ untilDate: "oneEnd" });
});
