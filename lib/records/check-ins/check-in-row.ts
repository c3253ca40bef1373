import { z } from "zod";
import { stages, triageLevels } from "@/lib/clinical/triage-content";
import { dayOf } from "@/lib/dates";
import type { StoredCheckIn } from "@/lib/check-in/sessions";

const text = z.strictObject({ en: z.string(), es: z.string() });
const storedAnswers = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

/** The rules that fired, as triage answered; unknown shapes stop the act. */
export const firedRules = z.array(
  z.strictObject({
    rule: z.string(),
    level: z.enum(triageLevels),
    patientMessage: text,
    action: text,
    source: z.array(z.string()),
  }),
);
export const storedStage = z.enum(stages);
export const storedLevel = z.enum(triageLevels);

/** A row as triage looks back on it. */
export function storedCheckIn(row: {
  id: string;
  onDay: Date;
  stage: string;
  answers: unknown;
  level: string;
}): StoredCheckIn {
  return {
    id: row.id,
    onDay: dayOf(row.onDay),
    stage: storedStage.parse(row.stage),
    answers: storedAnswers.parse(row.answers),
    level: storedLevel.parse(row.level),
  };
}
