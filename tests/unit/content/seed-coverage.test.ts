import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { permissions } from "@/lib/access/permissions";
import { clearanceKeys, movementTags, procedureTypes, restrictionKinds } from "@/lib/clinical/facts";
import { defaultSettings } from "@/lib/clinical/settings";
import { triageLevels } from "@/lib/clinical/triage-content";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import { loadContent } from "@/prisma/content/load";

const content = loadContent();
const { triage } = content;
const root = process.cwd();

/** Whether a thing of each kind exists in the product as it is. */
const exists: Record<string, (id: string) => boolean> = {
  exercise: (id) => id in content.exercises,
  protocol: (id) => id in content.protocols,
  phase: (id) => {
    const [protocol = "", number] = id.split("/");
    return content.protocols[protocol]?.phases.some(({ n }) => String(n) === number) ?? false;
  },
  activity: (id) => content.activities.some((activity) => activity.id === id),
  key: oneOf(clearanceKeys),
  measure: (id) => content.measures.some((measure) => measure.id === id),
  modifier: (id) => content.timelineModifiers.some((modifier) => modifier.id === id),
  triage: (id) => triage.rules.some((rule) => rule.id === id),
  trend: (id) => triage.trendRules.some((rule) => rule.id === id),
  input: (key) => triage.inputs.some((input) => input.key === key),
  parameter: (name) => name in triage.parameters,
  level: oneOf(triageLevels),
  tag: oneOf(movementTags),
  restriction: oneOf(restrictionKinds),
  procedure: oneOf(procedureTypes),
  permission: oneOf(permissions),
  setting: (name) => name in defaultSettings,
  rule: (id) => codeSays(`lib/clinical/review/${id}.ts`, `rule: "${id}"`),
  decision: (name) => codeSays(`lib/clinical/${name}.ts`, `export function ${name}(`),
  screen: (address) => ["", "(clinic)"].some((group) => existsSync(path.join(root, "app", group, address, "page.tsx"))),
  message: (key) => [en, es].every((messages) => typeof messageAt(messages, key) === "string"),
};

describe("every fact of the source articles", () => {
  it.each(content.seedCoverage)("$id rests on what exists: $fact", ({ mapsTo }) => {
    expect(mapsTo.filter((bearer) => !resolves(bearer))).toEqual([]);
    expect(new Set(mapsTo).size).toBe(mapsTo.length);
  });

  it("stands once", () => {
    const ids = content.seedCoverage.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("what does not exist", () => {
  it.each([
    "exercise:cat-camle",
    "phase:fbss/9",
    "phase:fbss",
    "phase:fbs/1",
    "rule:to-early",
    "decision:judgement",
    "screen:/my/allowd",
    "message:patient.today",
    "message:patient.today.titel",
    "setting:growthMinute",
    "key:RUN",
    "term:restriction",
  ])("is not found: %s", (bearer) => {
    expect(resolves(bearer)).toBe(false);
  });
});

function resolves(bearer: string): boolean {
  const at = bearer.indexOf(":");
  return exists[bearer.slice(0, at)]?.(bearer.slice(at + 1)) ?? false;
}

function oneOf(list: readonly string[]) {
  return (id: string) => list.includes(id);
}

function codeSays(file: string, words: string): boolean {
  const at = path.join(root, file);
  return existsSync(at) && readFileSync(at, "utf8").includes(words);
}

function messageAt(messages: unknown, key: string): unknown {
  return key
    .split(".")
    .reduce<unknown>(
      (inner, name) => (typeof inner === "object" && inner !== null ? Reflect.get(inner, name) : undefined),
      messages,
    );
}
