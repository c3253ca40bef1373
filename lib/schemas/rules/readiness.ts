import { z } from "zod";
import { fusionEvidenceLevels, measureIds } from "@/lib/clinical/entry-criteria";
import type { ClinicalContent } from "@/lib/clinical/facts";
import type { Evidence } from "@/lib/clinical/readiness/evidence";
import { clearanceSchema, day, id, lacksPhase, noSuchPhase, shiftDays } from "./pieces";

const score = z.number().min(0).max(10);
const minutes = z.number().min(0).max(1440);
const observed = <T extends z.ZodType>(value: T) => z.strictObject({ value, on: day }).optional();
const result = z.number().min(0).max(100_000);

/** A misspelt key and a value that its criterion cannot have are errors; what the next phase does not ask for may be there. */
const evidence = z.strictObject({
  redFlagFreeDays: observed(z.int().min(0).max(36525)),
  nprsAvg7d: observed(score),
  nprsActivity: observed(score),
  walkContinuousMin: observed(minutes),
  sitToleranceMin: observed(minutes),
  woundClosed: observed(z.boolean()),
  fusionEvidence: observed(z.enum(fusionEvidenceLevels)),
  adherencePct: observed(z.number().min(0).max(100)),
  clearances: z.array(clearanceSchema).optional(),
  functional: z
    .partialRecord(z.enum(measureIds), z.strictObject({ value: result, norm: result.nullish(), on: day }))
    .optional(),
  other: z
    .record(
      z.string().regex(/^[1-9]\d?$/, "must be the number of a text"),
      z.strictObject({ value: z.boolean(), on: day }),
    )
    .optional(),
  hold: observed(z.boolean()),
});

/** Readiness' input; phase 0 is before the program has started. A phase that a known protocol lacks is invalid, as is evidence of a later day. */
export function readinessInputSchema(content: ClinicalContent) {
  return z
    .strictObject({
      protocol: id,
      anchor: day,
      today: day,
      phase: z.int().min(0).max(20),
      shiftDays: shiftDays.optional(),
      evidence,
    })
    .superRefine((input, context) => {
      const report = (path: string[], message: string) => context.addIssue({ code: "custom", path, message });
      if (input.phase > 0 && lacksPhase(content, input.protocol, input.phase)) report(["phase"], noSuchPhase);
      for (const { path, on } of observations(input.evidence)) {
        if (on > input.today) report(["evidence", ...path, "on"], "must not be after today");
      }
    });
}

function observations({
  clearances,
  functional = {},
  other = {},
  ...single
}: Evidence): { path: string[]; on: string }[] {
  return [
    ...Object.entries(single).flatMap(([key, seen]) => (seen ? [{ path: [key], on: seen.on }] : [])),
    ...Object.entries(functional).map(([key, { on }]) => ({ path: ["functional", key], on })),
    ...Object.entries(other).map(([key, { on }]) => ({ path: ["other", key], on })),
  ];
}
