import { describe, expect, it } from "vitest";
import { clearanceKeys, conditions } from "@/lib/clinical/facts";
import { protocolIds } from "@/lib/schemas/content/pieces";
import * as bundled from "@/prisma/content/bundled";
import { checkContent } from "@/prisma/content/check";
import { loadContent } from "@/prisma/content/load";
import { inWords } from "@/prisma/content/problem";

const content = loadContent();
const phasesOf = (id: string) => content.protocols[id]?.phases ?? [];

describe("the shipped content", () => {
  it("holds together", () => {
    expect(checkContent(content).map(inWords)).toEqual([]);
  });

  it("is all there", () => {
    expect(Object.keys(content.exercises)).toHaveLength(114);
    expect(Object.keys(content.protocols).sort()).toEqual([...protocolIds].sort());
    expect(protocolIds.flatMap(phasesOf)).toHaveLength(46);
    expect(phasesOf("fusion-lumbar").map(({ lines }) => lines.length)).toEqual([16, 20, 24, 27, 24, 13]);
    expect(phasesOf("injection-epidural").map(({ lines }) => lines.length)).toEqual([6, 18, 17, 23, 10]);
    expect(content.activities).toHaveLength(39);
    expect(Object.keys(content.clearanceKeys)).toHaveLength(clearanceKeys.length);
    expect(Object.keys(content.conditions)).toHaveLength(conditions.length);
    expect(Object.keys(content.liftingLadder)).toHaveLength(9);
    expect(content.timelineModifiers).toHaveLength(7);
    const { levels, inputs, rules, trendRules, parameters } = content.triage;
    expect([levels, inputs, rules, trendRules].map(({ length }) => length)).toEqual([5, 29, 41, 6]);
    expect(Object.keys(parameters)).toHaveLength(17);
  });

  it("has a place in some phase for every exercise but four, which a therapist adds from the library", () => {
    const named = Object.values(content.protocols).flatMap(({ phases }) =>
      phases.flatMap(({ lines }) => lines.map(({ exercise }) => exercise)),
    );
    const placeless = Object.keys(content.exercises).filter((id) => !named.includes(id));
    expect(placeless.sort()).toEqual([
      "femoral-slider",
      "lumbar-side-bend",
      "thoracic-extension-chair",
      "yoga-with-twist",
    ]);
  });

  it("gives the rules the facts of exercises and protocols, and no texts", () => {
    expect(Object.keys(content.clinical.exercises)).toEqual(Object.keys(content.exercises));
    const bridge = content.clinical.exercises["bridge"];
    expect(bridge).toBeDefined();
    expect(bridge).not.toHaveProperty("instructions");
    expect(content.clinical.protocols["fusion-lumbar"]?.phases[0]?.limits).toEqual({ liftKg: 2.3, sitMaxMin: 20 });
  });

  it("is the same in the server's bundle", () => {
    expect(bundled.triageContent).toEqual(content.triage);
    expect(bundled.activities).toEqual(content.activities);
    expect(bundled.clearanceKeyTexts).toEqual(content.clearanceKeys);
    expect(bundled.conditionTexts).toEqual(content.conditions);
    expect(bundled.sources).toEqual(content.sources);
    expect(bundled.liftingLadder).toEqual(content.liftingLadder);
    expect(bundled.measures).toEqual(content.measures);
    expect(bundled.timelineModifiers).toEqual(content.timelineModifiers);
  });

  it("asks every warning sign in a group with its quiet answer, but self-harm on its own", () => {
    const alone = content.triage.inputs.filter(({ redFlag, group }) => redFlag && group === null);
    expect(alone.map(({ key }) => key)).toEqual(["moodCrisis"]);
    const grouped = content.triage.inputs.filter(({ group }) => group !== null);
    expect(grouped.filter(({ quiet, signs }) => quiet === null || signs.length === 0)).toEqual([]);
  });
});
