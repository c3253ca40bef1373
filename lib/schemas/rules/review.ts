import { z } from "zod";
import { conditions, regions, restrictionKinds, type ClinicalContent } from "@/lib/clinical/facts";
import type { ReviewInput } from "@/lib/clinical/prescription";
import {
  clearanceSchema,
  day,
  dosage,
  id,
  kilograms,
  lacksPhase,
  minutes,
  noSuchPhase,
  phase,
  shiftDays,
} from "./pieces";

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
  shiftDays: shiftDays.optional(),
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

function unknownPhases(input: Pick<ReviewInput, "protocol" | "phase" | "alsoProtocols">, content: ClinicalContent) {
  const paths: (string | number)[][] = lacksPhase(content, input.protocol, input.phase) ? [["phase"]] : [];
  input.alsoProtocols?.forEach((also, index) => {
    if (typeof also !== "string" && also.phase !== undefined && lacksPhase(content, also.protocol, also.phase)) {
      paths.push(["alsoProtocols", index, "phase"]);
    }
  });
  return paths;
}
