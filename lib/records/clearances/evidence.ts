import { z } from "zod";
import { clearanceKeys, conditions, procedureTypes, regions, restrictionKinds, sides } from "@/lib/clinical/facts";
import { triageLevels } from "@/lib/clinical/triage-content";
import { recordedEvidence } from "./recorded-evidence";

/**
 * What is laid before whoever decides, in the order in which it is read, and what is stored with the decision: plain JSON, so that the
 * signature covers exactly what was shown. Days are calendar days of the clinic, pain is 0–10, loads are kilograms.
 */
const text = z.strictObject({ en: z.string(), es: z.string() });
const day = z.iso.date();
const instant = z.string().transform((at) => new Date(at).toISOString());
const kilos = z.coerce.number();

const line = z.strictObject({
  code: z.string(),
  name: text,
  phase: z.number(),
  opensOn: day,
  /** Keys that this line still needs beside the ones asked for. */
  alsoNeeds: z.array(z.enum(clearanceKeys)),
  sets: z.number().nullable(),
  reps: z.number().nullable(),
  holdSec: z.number().nullable(),
  restSec: z.number().nullable(),
  durationMin: z.number().nullable(),
  perDay: z.number().nullable(),
  perWeek: z.number().nullable(),
  weekdays: z.array(z.number()).optional(),
  loadKg: kilos.nullable(),
  rpeMax: z.number().nullable(),
  side: z.enum(sides).nullable(),
});

const known = z.union([z.number(), z.string(), z.boolean()]).nullable();
const criterion = z.strictObject({
  id: z.string(),
  state: z.enum(["met", "unmet", "unknown"]),
  needed: known,
  has: known,
  on: day.nullable(),
  because: text,
  source: z.array(z.string()),
});

export const evidenceSchema = z.strictObject({
  asked: z.strictObject({ by: z.string(), at: instant, question: z.string().nullable() }),
  subject: z.strictObject({
    id: z.string(),
    kind: z.enum(["activity", "key"]),
    name: text,
    opensKeys: z.array(z.enum(clearanceKeys)),
  }),
  procedure: z.strictObject({
    type: z.enum(procedureTypes),
    protocol: z.string(),
    levels: z.array(z.string()),
    technique: z.string(),
    on: day,
    /** Where the days count from a pathway's start. */
    pathwayStart: day.nullable(),
  }),
  phase: z.strictObject({ n: z.number(), of: z.number(), name: text }).nullable(),
  time: z.strictObject({
    today: day,
    /** Days since the pathway's start, else since the procedure. */
    day: z.number(),
    typical: z
      .strictObject({
        day: z.number().nullable(),
        isAvoided: z.boolean(),
        basis: z.enum(["sourced", "background, unverified"]),
        sources: z.array(z.string()),
      })
      .nullable(),
  }),
  pain: z.strictObject({
    /** Mean of the answers before sessions over the last 7 days, today included. */
    mean: z.number().nullable(),
    /** The same over the 7 days before. */
    meanBefore: z.number().nullable(),
    worstDuring: z.number().nullable(),
    /** The last answer before a session of each of the last 14 days, oldest first. */
    points: z.array(z.number().nullable()).length(14),
    lastAt: instant.nullable(),
  }),
  /** May the phase after the current one begin? Null without a running program, and in its last phase. */
  readiness: z
    .strictObject({ phase: z.number(), name: text, ready: z.boolean(), criteria: z.array(criterion) })
    .nullable(),
  /** What was measured, seen and reported; decisions of before it was kept have none. */
  function: recordedEvidence.function.optional(),
  healing: recordedEvidence.healing.optional(),
  triage: recordedEvidence.triage.optional(),
  conditions: z.strictObject({
    /** What must hold before the activity, as the guideline puts it: for the reader to judge. */
    toCheck: z.array(text),
    recorded: z.array(z.enum(conditions)),
    redFlags: z.strictObject({ count: z.number(), last: day.nullable(), level: z.enum(triageLevels).nullable() }),
    holds: z.array(z.strictObject({ cause: z.string(), surgeonOnly: z.boolean(), since: instant })),
    /** Of what was prescribed in 7 days, as on the worklist; null where nothing was. */
    adherencePercent: z.number().nullable(),
  }),
  inForce: z.strictObject({
    restrictions: z.array(
      z.strictObject({
        kind: z.enum(restrictionKinds),
        region: z.enum(regions).nullable(),
        kg: kilos.nullable(),
        minutes: z.number().nullable(),
        untilDate: day.nullable(),
        untilPhase: z.number().nullable(),
        untilClearance: z.string().nullable(),
        by: z.string(),
        since: instant,
      }),
    ),
    clearances: z.array(
      z.strictObject({
        name: text,
        maxMinutes: z.number().nullable(),
        maxKg: kilos.nullable(),
        until: day.nullable(),
      }),
    ),
  }),
  opens: z.strictObject({
    lines: z.array(line),
    phases: z.array(z.strictObject({ n: z.number(), name: text })),
  }),
});
export type Evidence = z.output<typeof evidenceSchema>;
