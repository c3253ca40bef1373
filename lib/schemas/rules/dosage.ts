import { z } from "zod";
import type { ClinicalContent } from "@/lib/clinical/facts";
import { triageLevels } from "@/lib/clinical/triage-content";
import { dosage, id, lacksPhase, noSuchPhase, phase } from "./pieces";

const noCheckIn = { worstTriage: null, adherencePct: null };

/** Null, or a null `worstTriage`: no check-in came. Adherence that is absent is not known. */
const week = z
  .strictObject({
    worstTriage: z.enum(triageLevels).nullable(),
    adherencePct: z.number().min(0).max(100).nullable().default(null),
  })
  .nullable()
  .transform((seen) => seen ?? noCheckIn);

/** Dosage's input; a phase that a known protocol lacks is invalid, an unknown exercise or protocol keeps the dose. */
export function dosageInputSchema(content: ClinicalContent) {
  return z
    .strictObject({
      exercise: id,
      current: dosage,
      phaseDefault: dosage,
      week,
      protocol: id,
      phase,
    })
    .refine(({ protocol, phase: n }) => !lacksPhase(content, protocol, n), { path: ["phase"], error: noSuchPhase });
}
