import { expect, it } from "vitest";
import { restrictionKinds } from "@/lib/clinical/facts";
import { restrictionDrawing } from "@/lib/figure/restrictions";

it.each(restrictionKinds)("%s is drawn: a still picture of its own inside its box", (kind) => {
  const { inside, viewBox } = restrictionDrawing(kind);
  expect(inside).toMatch(/^<path /);
  expect(inside).not.toMatch(/NaN|undefined|animate/);
  expect(viewBox).toMatch(/^-?[\d.]+ -?[\d.]+ [\d.]+ [\d.]+$/);
  const others = restrictionKinds.filter((other) => other !== kind).map((other) => restrictionDrawing(other).inside);
  expect(others).not.toContain(inside);
});
