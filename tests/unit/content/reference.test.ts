import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { loadContent } from "@/prisma/content/load";
import { factsOf, type Facts } from "./content-facts";

/** Made from the clinical reference by `tests/support/clinical-reference.ts`. */
const reference = JSON.parse(
  readFileSync(path.join(process.cwd(), "tests/support/clinical-reference.json"), "utf8"),
) as Record<string, Record<string, Facts>>;
const ours = factsOf(loadContent());

/** Where the entries of each kind stand in `prisma/content/`. */
const files: Record<string, (id: string) => string> = {
  exercises: (id) => `exercises/${id}.json:`,
  protocols: (id) => `protocols/${id}.json:`,
  activities: (id) => `activities.json: ${id}`,
  clearanceKeys: (key) => `clearance-keys.json: ${key}`,
  conditions: (id) => `conditions.json: ${id}`,
  liftingLadder: (id) => `lifting-ladder.json: ${id}`,
  timelineModifiers: () => "timeline-modifiers.json:",
  levels: (code) => `triage.json: levels ${code}`,
  inputs: (key) => `triage.json: inputs ${key}`,
  rules: (id) => `triage.json: rules ${id}`,
  trendRules: (id) => `triage.json: trendRules ${id}`,
  parameters: (name) => `triage.json: parameters ${name}`,
  measures: (id) => `measures.json: ${id}`,
  sources: (id) => `sources.json: ${id}`,
  seedCoverage: (id) => `seed-coverage.json: ${id}`,
};

describe("the content against the clinical reference", () => {
  it("is measured by all of it", () => {
    const counts = Object.entries(reference).map(([kind, entries]) => [kind, Object.keys(entries).length]);
    expect(Object.fromEntries(counts)).toMatchObject({
      exercises: 114,
      protocols: 9,
      activities: 39,
      clearanceKeys: 16,
      rules: 41,
      trendRules: 6,
      measures: 14,
      sources: 148,
      seedCoverage: 136,
    });
    const phases = Object.values(reference["protocols"] ?? {}).flatMap((facts) => facts["phases"]);
    expect(phases).toHaveLength(46);
  });

  it.each(Object.keys(files))("has every one of its %s and no other", (kind) => {
    expect(Object.keys(ours[kind] ?? {}).sort()).toEqual(Object.keys(reference[kind] ?? {}).sort());
  });

  it.each(Object.keys(files))("agrees on every fact of the %s", (kind) => {
    const found = Object.entries(reference[kind] ?? {}).flatMap(([id, theirs]) =>
      differences(ours[kind]?.[id], theirs).map((difference) => `${files[kind]?.(id)} ${difference}`),
    );
    expect(found).toEqual([]);
  });
});

describe("a difference", () => {
  it("names the field with both values", () => {
    expect(differences({ days: [0, 14], same: { a: 1, b: 2 } }, { days: [0, 15], same: { b: 2, a: 1 } })).toEqual([
      "days: [0,14], the reference says [0,15]",
    ]);
    expect(differences({ more: 1 }, {})).toEqual(["more: 1, the reference says undefined"]);
  });

  it("is an entry that is missing", () => {
    expect(differences(undefined, {})).toEqual(["is missing"]);
  });
});

function differences(our: Facts | undefined, theirs: Facts): string[] {
  if (!our) return ["is missing"];
  const fields = [...new Set([...Object.keys(theirs), ...Object.keys(our)])];
  return fields
    .filter((field) => inOrder(our[field]) !== inOrder(theirs[field]))
    .map((field) => `${field}: ${inOrder(our[field])}, the reference says ${inOrder(theirs[field])}`);
}

/** As JSON, the keys of every object in order. */
function inOrder(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
