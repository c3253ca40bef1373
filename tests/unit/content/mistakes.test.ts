import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkContent } from "@/prisma/content/check";
import { readContent } from "@/prisma/content/load";
import { inWords } from "@/prisma/content/problem";
import { remembering } from "./remembering";

const parse = remembering();
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "content-"));
  cpSync(path.join(process.cwd(), "prisma/content"), folder, {
    recursive: true,
    filter: (from) => !from.endsWith(".ts"),
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes a mistake into one file of a copy of the content and answers what the check says. */
function problemsAfter(file: string, right: string, wrong: string): string {
  const at = path.join(folder, file);
  const text = readFileSync(at, "utf8");
  expect(text).toContain(right);
  writeFileSync(at, text.replace(right, wrong));
  try {
    return checkContent(readContent(folder, parse)).map(inWords).join("\n");
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    writeFileSync(at, text);
  }
}

const bridge = "exercises/bridge.json";
const fusion = "protocols/fusion-lumbar.json";

describe("a mistake in the content is named by file and field", () => {
  it.each([
    ["a misspelt tag", bridge, '"tag": "NEUTRAL_SPINE"', '"tag": "NEUTRAL_SPIN"', "tags.0.tag"],
    [
      "a misspelt condition",
      "exercises/front-plank.json",
      '"condition": "uncontrolled-hypertension"',
      '"condition": "hypertension"',
      "contraindicationCodes",
    ],
    ["a misspelt clearance key", bridge, '"clearanceKey": "', '"clearanceKey": "X', "clearanceKey"],
    [
      "a SNOMED CT code with two digits swapped",
      "conditions.json",
      '"code": "64859006"',
      '"code": "64859060"',
      "osteoporosis.snomed.code",
    ],
    ["an unknown key", bridge, '"rampGroup"', '"rampgroup": null, "rampGroup"', "rampgroup"],
    ["a missing Spanish text", bridge, '"es": "', '"sp": "', "name"],
    ["no synonym", "exercises/clamshell.json", '"synonyms"', '"synonym"', "synonyms"],
    ["a synonym named twice", bridge, '"hip bridge"', '"Glute bridge"', "synonyms.en"],
    [
      "a synonym that names another exercise",
      bridge,
      '"hip bridge"',
      '"Dead bug"',
      "synonyms.en: Dead bug is dead-bug",
    ],
    ["an empty Spanish text", bridge, '"es": "lumbar/cadera"', '"es": ""', "bodyRegion.es"],
    ["a protocol that is missing in earliest", bridge, '"fusion-cervical": {', '"fusion-cervicall": {', "earliest"],
    ["a file that is no JSON", bridge, "{", "", "JSON"],
    ["an id that is not the file's name", bridge, '"id": "bridge"', '"id": "bridges"', "id"],
    ["an unknown source", bridge, '"sources": [', '"sources": ["NOBODY", ', "unknown source NOBODY"],
    [
      "an unknown exercise in a phase",
      fusion,
      '"exercise": "ankle-pumps"',
      '"exercise": "ankle-pump"',
      "phases.0.lines.1.exercise",
    ],
    ["days that overlap", fusion, '"dayEndExclusive": 14', '"dayEndExclusive": 15', "phases.0.dayEndExclusive"],
    [
      "a line whose clearance differs from the rules",
      fusion,
      '"requiresClearance": false',
      '"requiresClearance": true',
      "phases.0.lines.0.requiresClearance",
    ],
    ["a line that opens too early", fusion, '"availableFromDay": 7', '"availableFromDay": 6', "availableFromDay"],
    [
      "an input that no check-in has",
      "triage.json",
      '"key": "saddleNumb"',
      '"key": "sadleNumb"',
      "unknown input saddleNumb",
    ],
    [
      "a value that the input lacks",
      "triage.json",
      '["==", "weakness", "both legs"]',
      '["==", "weakness", "both leg"]',
      "rules.cauda-equina.condition",
    ],
    [
      "a comparison that does not exist",
      "triage.json",
      '["==", "saddleNumb", true]',
      '["=", "saddleNumb", true]',
      "rules.0.condition",
    ],
    [
      "a number that has no name",
      "triage.json",
      '{ "parameter": "feverC" }',
      '{ "parameter": "fever" }',
      "rules.cauda-equina.condition",
    ],
    [
      "a number whose list of rules lacks one",
      "triage.json",
      '"rules": ["prolonged-pain"]',
      '"rules": ["fever"]',
      "parameters.fewHours.rules",
    ],
    ["a misspelt level", "triage.json", '"level": "EMERGENCY"', '"level": "EMERGENCIES"', "level"],
    ["a group that does not exist", "triage.json", '"group": "nerves"', '"group": "nerve"', "group"],
    [
      "a function test that no measure scores",
      fusion,
      '"measure": "5XSTS"',
      '"measure": "6XSTS"',
      "phases.3.entryCriteria.functional.0.measure",
    ],
    ["a unit that the measure lacks", fusion, '"unit": "s"', '"unit": "min"', "5XSTS has no min"],
    ["a range that the items do not add up to", "measures.json", "[0, 24]", "[0, 25]", "RMDQ.forms.RMDQ.range"],
    ["bands that overlap", "measures.json", '"min": 21', '"min": 20', "ODI.forms.ODI.bands.1"],
    ["more answers asked for than there are items", "measures.json", '"fewest": 8', '"fewest": 11', "missing.fewest"],
    ["a reversed item that is not there", "measures.json", "[4, 8, 12, 16]", "[4, 8, 12, 18]", "scoring.reversed"],
    ["norms with a gap", "measures.json", '"from": 65', '"from": 66', "30S_CHAIR_STAND.forms.30S_CHAIR_STAND.norms"],
    ["item text without a licence", "measures.json", '"verdict": "FREE"', '"verdict": "PERMISSION"', "11.shown"],
    ["a restriction that does not exist", "activities.json", '"no-impact"', '"no-impacts"', "restrictedBy.0"],
    [
      "a restriction that stands twice",
      "activities.json",
      '"no-immersion", "brace"',
      '"brace", "brace"',
      "stands twice",
    ],
    [
      "a key that covers nothing known",
      "clearance-keys.json",
      '"covers": ["running"]',
      '"covers": ["runing"]',
      "unknown activity runing",
    ],
    [
      "an activity that two keys cover",
      "clearance-keys.json",
      '"covers": ["running"]',
      '"covers": ["lifting"]',
      "lifting is covered twice",
    ],
    [
      "a key that is closed by more than what it covers",
      "clearance-keys.json",
      '"restrictedBy": ["no-impact"]',
      '"restrictedBy": ["collar"]',
      "RUNNING.covers: running is not restricted by collar",
    ],
    ["a British spelling", bridge, '"en": "lumbar/hip"', '"en": "lumbar stabilisation"', "British spelling"],
  ])("%s", (_mistake, file, right, wrong, field) => {
    const said = problemsAfter(file, right, wrong);
    expect(said).toContain(file);
    expect(said).toContain(field);
  });

  it("more than 6 starting lines", () => {
    const file = path.join(folder, fusion);
    writeFileSync(
      file,
      readFileSync(file, "utf8")
        .replaceAll('"starting": false', '"starting": true')
        .replaceAll('"reason": null', '"reason": { "en": "a", "es": "b" }'),
    );
    const said = checkContent(readContent(folder, parse)).map(inWords).join("\n");
    expect(said).toContain("protocols/fusion-lumbar.json: phases.0.lines: 16 starting lines");
  });
});
