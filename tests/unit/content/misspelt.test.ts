import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkContent } from "@/prisma/content/check";
import { readContent } from "@/prisma/content/load";
import { inWords } from "@/prisma/content/problem";
import { kindOf, misspelt, names, placesIn, type Place } from "./misspelling";
import { remembering } from "./remembering";

const shipped = path.join(process.cwd(), "prisma/content");
/** Not read by `loadContent`: parsed where they are bundled, or by `loadFigures`. */
const elsewhere = /^(emergency-numbers\.json|figures\/)/;
const texts = new Map(
  readdirSync(shipped, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".json") && !elsewhere.test(file))
    .map((file) => [file, readFileSync(path.join(shipped, file), "utf8")]),
);

/** Free text, which no list can know. */
const free = [
  /^sources\.json \*\.(title|address)$/,
  /^conditions\.json \*\.snomed\./,
  /^triage\.json parameters\.\*\.(unit|basis)$/,
  /^measures\.json \*\.forms\.\*\.units\.\*$/,
  /^seed-coverage\.json \*\.fact$/,
];
/** An id where it is given, not where it is used: `reference.test.ts` compares these with the reference. */
const given = [
  /^(activities|timeline-modifiers)\.json \*\.id$/,
  /^measures\.json \*\.forms\.\*\.id$/,
  /^triage\.json (rules|trendRules|inputs)\.\*\.(id|key)$/,
  /^triage\.json inputs\.\*\.values\.\*\.value$/,
  /^triage\.json parameters\.\* \(name\)$/,
  /^sources\.json \* \(name\)$/,
];
/** `seed-coverage.test.ts` resolves these. */
const resolved = /^seed-coverage\.json \*\.mapsTo\.\*$/;

const byKind = Map.groupBy(
  [...texts].flatMap(([file, text]) => placesIn(file, JSON.parse(text))),
  kindOf,
);
for (const kind of [...byKind.keys()]) {
  if ([...free, ...given, resolved].some((pattern) => pattern.test(kind))) byKind.delete(kind);
}
const kinds = [...byKind.keys()];

const parse = remembering();
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "misspelt-"));
  cpSync(shipped, folder, { recursive: true, filter: (from) => !from.endsWith(".ts") });
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("a misspelt id, tag, enum or name of a field", () => {
  it("is looked for in every kind of place", () => {
    expect(kinds.length).toBeGreaterThan(150);
    for (const kind of [
      "exercises/*.json tags.*.tag",
      "exercises/*.json tags.*.region",
      "exercises/*.json contraindicationCodes.*.condition",
      "exercises/*.json clearanceKey",
      "exercises/*.json rampGroup",
      "exercises/*.json earliest.*.rule",
      "exercises/*.json earliest.* (name)",
      "exercises/*.json sources.*",
      "protocols/*.json id",
      "protocols/*.json phases.*.lines.*.exercise",
      "protocols/*.json phases.*.entryCriteria.functional.*.measure",
      "protocols/*.json phases.*.entryCriteria.clearances.*",
      "activities.json *.clearanceKey",
      "triage.json rules.*.level",
      "triage.json rules.*.condition.*.*",
      "triage.json inputs.*.group",
      "clearance-keys.json * (name)",
      "measures.json *.licence.verdict",
    ]) {
      expect(kinds).toContain(kind);
    }
  });

  it("is named with its file and field", () => {
    const drawn = kinds.flatMap((kind, at) => {
      const places = byKind.get(kind) ?? [];
      return places.slice((at * 7) % places.length).slice(0, 1);
    });
    // All at once first: one load names most of them, a second what the schemas do not see. What is left is tried on its own.
    const hidden = unnamed(unnamed(drawn)).filter((place) => unnamed([place]).length > 0);
    expect(hidden.map((place) => `${place.file}: ${place.path.join(".")} (${place.what})`)).toEqual([]);
  });
});

/** The places that no problem names when all of them are misspelt together. */
function unnamed(places: readonly Place[]): Place[] {
  const files = Map.groupBy(places, ({ file }) => file);
  const wrong = new Map<Place, string>();
  for (const [file, inFile] of files) {
    const content: unknown = JSON.parse(texts.get(file) ?? "");
    // From the inside out: the path of a place still holds when what lies under it is misspelt.
    for (const place of inFile.toSorted((a, b) => b.path.length - a.path.length)) {
      wrong.set(place, misspelt(content, place));
    }
    writeFileSync(path.join(folder, file), JSON.stringify(content));
  }
  try {
    const said = problems();
    return places.filter(
      (place) => !said.some((problem) => names(problem, place, wrong.get(place) ?? "", places.length === 1)),
    );
  } finally {
    for (const file of files.keys()) writeFileSync(path.join(folder, file), texts.get(file) ?? "");
  }
}

function problems(): string[] {
  try {
    return checkContent(readContent(folder, parse)).map(inWords);
  } catch (error) {
    return error instanceof Error ? error.message.split("\n") : [];
  }
}
