import { z } from "zod";
import { isCalendarDay } from "@/lib/clinical/days";
import {
  clearanceKeys,
  clearanceStates,
  conditions,
  regions,
  restrictionKinds,
  sides,
  type ClinicalContent,
} from "@/lib/clinical/facts";
import type { ReviewInput } from "@/lib/clinical/prescription";
import {
  pathways,
  stages,
  triageLevels,
  triageProcedures,
  triageRegions,
  type CheckInInput,
} from "@/lib/clinical/triage-content";

/** The inputs of the rules: strict, so that a misspelt key is an error and never a rule that stays silent. */

const day = z.string().refine(isCalendarDay, "must be a calendar date, YYYY-MM-DD");
const id = z.string().min(1).max(100);
const kilograms = z.number().min(0).max(200);
const minutes = z.number().positive().max(1440);
const phase = z.int().min(1).max(20);

/** Units are in the names; absent or null: does not apply. The ranges are those of a prescribed dosage. */
const dosage = z.strictObject({
  sets: z.int().min(1).max(20).nullish(),
  reps: z.int().min(1).max(200).nullish(),
  holdSec: z.number().min(0).max(600).nullish(),
  restSec: z.number().min(0).max(600).nullish(),
  durationMin: z.number().positive().max(240).nullish(),
  perDay: z.int().min(1).max(24).nullish(),
  perWeek: z.int().min(1).max(7).nullish(),
  loadKg: kilograms.nullish(),
  rpeMax: z.number().min(0).max(10).nullish(),
  side: z.enum(sides).nullish(),
});

const restrictionSchema = z
  .strictObject({
    kind: z.enum(restrictionKinds),
    from: day.nullish(),
    until: day.nullish(),
    region: z.enum(regions).nullish(),
    kg: kilograms.nullish(),
    minutes: minutes.nullish(),
  })
  .refine(({ kind, kg }) => kind !== "lift-limit" || kg != null, { path: ["kg"], error: "lift-limit needs kg" })
  .refine(({ kind, minutes: limit }) => kind !== "sit-limit" || limit != null, {
    path: ["minutes"],
    error: "sit-limit needs minutes",
  });

const clearanceSchema = z.strictObject({
  key: z.enum(clearanceKeys),
  status: z.enum(clearanceStates),
  from: day.nullish(),
  until: day.nullish(),
  limits: z.strictObject({ maxMinutes: minutes.nullish(), maxKg: kilograms.nullish() }).nullish(),
});

const line = { exercise: id, dosage: dosage.default({}) };

const situation = {
  protocol: id,
  anchor: day,
  today: day,
  phase,
  alsoProtocols: z
    .array(z.union([id, z.strictObject({ protocol: id, anchor: day.optional(), phase: phase.optional() })]))
    .optional(),
  restrictions: z.array(restrictionSchema).optional(),
  clearances: z.array(clearanceSchema).optional(),
  conditions: z.array(z.enum(conditions)).optional(),
  hold: z.boolean().optional(),
  previous: z.array(z.strictObject(line)).optional(),
  weekWithoutTriageAboveNormal: z.boolean().optional(),
  shiftDays: z.int().min(0).max(3650).optional(),
};

/** Review's input; a phase that a known protocol lacks is invalid, an unknown protocol is a finding. */
export function reviewInputSchema(content: ClinicalContent) {
  return z.strictObject({ ...situation, lines: z.array(z.strictObject(line)) }).superRefine((input, context) => {
    for (const path of unknownPhases(input, content)) context.addIssue({ code: "custom", path, message: noSuchPhase });
  });
}

/** Review's input with a phase on every line. */
export function signingInputSchema(content: ClinicalContent) {
  return z
    .strictObject({ ...situation, lines: z.array(z.strictObject({ ...line, phase })) })
    .superRefine((input, context) => {
      const paths = [
        ...unknownPhases(input, content),
        ...input.lines.flatMap(({ phase: n }, index) =>
          lacksPhase(content, input.protocol, n) ? [["lines", index, "phase"]] : [],
        ),
      ];
      for (const path of paths) context.addIssue({ code: "custom", path, message: noSuchPhase });
    });
}

/** Triage's input; the answers are those of the content's inputs, null for "not answered". */
export function triageInputSchema(inputs: readonly CheckInInput[]) {
  const answers = z.strictObject(Object.fromEntries(inputs.map((input) => [input.key, answerSchema(input).nullish()])));
  return z.strictObject({
    answers,
    context: z.strictObject({
      region: z.enum(triageRegions),
      procedureType: z.enum(triageProcedures),
      pathway: z.enum(pathways),
      surgical: z.boolean(),
      daysSince: z.int().min(0).max(36525),
      inExpectedFlare: z.boolean(),
    }),
    recent: z.array(z.strictObject({ on: day, answers, level: z.enum(triageLevels).nullish() })).optional(),
    stage: z.enum(stages).optional(),
    on: day.optional(),
  });
}

const noSuchPhase = "the protocol has no such phase";

function unknownPhases(input: Pick<ReviewInput, "protocol" | "phase" | "alsoProtocols">, content: ClinicalContent) {
  const paths: (string | number)[][] = lacksPhase(content, input.protocol, input.phase) ? [["phase"]] : [];
  input.alsoProtocols?.forEach((also, index) => {
    if (typeof also !== "string" && also.phase !== undefined && lacksPhase(content, also.protocol, also.phase)) {
      paths.push(["alsoProtocols", index, "phase"]);
    }
  });
  return paths;
}

function lacksPhase(content: ClinicalContent, protocol: string, n: number): boolean {
  const known = content.protocols[protocol];
  return known !== undefined && known.phases.every((candidate) => candidate.n !== n);
}

function answerSchema({ type, range, values }: CheckInInput): z.ZodType<string | number | boolean> {
  switch (type) {
    case "bool":
      return z.boolean();
    case "enum":
      return z.enum((values ?? []).map(({ value }) => value));
    case "int0-10":
      return z.int().min(0).max(10);
    case "number":
      return z
        .number()
        .min(range?.[0] ?? -Infinity)
        .max(range?.[1] ?? Infinity);
  }
}
