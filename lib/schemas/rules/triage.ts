import { z } from "zod";
import {
  pathways,
  stages,
  triageLevels,
  triageProcedures,
  triageRegions,
  type CheckInInput,
} from "@/lib/clinical/triage-content";
import { day } from "./pieces";

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
