import { describe, expect, it } from "vitest";
import { goesOnToOtherSide, stepsForSide } from "@/lib/clinical/steps-for-side";
import { loadContent } from "@/prisma/content/load";

const exercises = Object.values(loadContent().exercises).map(({ id, instructions }) => ({
  id,
  steps: instructions.steps,
}));
const goesOn =
  /\b((do|work) the other side|the same with the other)|(haga|trabaje) el otro lado|lo mismo con (el otro|la otra)/i;
const sayingSo = exercises.filter(({ steps }) => steps.some(({ en, es }) => goesOn.test(en) || goesOn.test(es)));

describe("the steps of a line for one side", () => {
  it.each(sayingSo)("$id: never send the patient on to the other side, and keep the rest", ({ steps }) => {
    const left = stepsForSide(steps, "left");
    expect(left.filter(({ en, es }) => goesOn.test(en) || goesOn.test(es))).toEqual([]);
    expect(left.filter(({ en, es }) => en === "" || es === "")).toEqual([]);
    expect(left.length).toBeGreaterThanOrEqual(steps.length - 1);
    expect(stepsForSide(steps, "right")).toEqual(left);
  });

  it("leave out a step that says nothing else in one language", () => {
    const both = { en: "Then do the other side.", es: "Y después, del otro lado." };
    expect(stepsForSide([{ en: "Lift.", es: "Levante." }, both], "left")).toEqual([{ en: "Lift.", es: "Levante." }]);
  });

  it("are known from those that have no other side", () => {
    const known = exercises.filter(({ steps }) => goesOnToOtherSide(steps)).map(({ id }) => id);
    expect(known).toEqual(sayingSo.map(({ id }) => id));
  });

  it("are found in the content", () => expect(sayingSo.length).toBeGreaterThan(30));

  it.each(["both", "alternate", null, undefined] as const)("stay as they are where the side is %s", (side) => {
    for (const { steps } of exercises) expect(stepsForSide(steps, side)).toEqual(steps);
  });
});
