import { readFileSync } from "node:fs";
import type { TriageContent } from "@/lib/clinical/triage-content";

/* A stand-in until prisma/content/bundled.ts exists. */
const both = (en: string) => ({ en, es: en });
const quiet: Record<string, unknown> = {};
const raw = JSON.parse(readFileSync("/work/shared/clinical/triage.json", "utf8"));
for (const [key, value] of Object.entries(raw.vignetteDefaults.answers))
  if (!key.startsWith("nprs")) quiet[key] = value;

/** What `triage` reads, as it was shipped. */
export function shippedTriage(): TriageContent {
  return {
    ...raw,
    levels: raw.levels.map((l: any) => ({ ...l, label: both(l.label), programEffect: both(l.programEffect) })),
    inputs: raw.inputs.map((i: any) => ({
      ...i,
      question: both(i.question),
      quiet: quiet[i.key] ?? null,
      group: i.redFlag ? "all" : null,
      ...(i.values ? { values: i.values.map((value: string) => ({ value, label: both(value) })) } : {}),
    })),
    rules: raw.rules.map((r: any) => ({
      ...r,
      name: both(r.name),
      action: both(r.action),
      patientMessage: both(r.patientMessage),
    })),
    trendRules: raw.trendRules.map((r: any) => ({
      ...r,
      name: both(r.id),
      action: both(r.rule),
      patientMessage: both(r.rule),
      sources: [],
      rule: both(r.rule),
    })),
  };
}
