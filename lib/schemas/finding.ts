import { z } from "zod";
import { severities, type Finding } from "@/lib/clinical/finding";
import { textSchema } from "./text";

/** Findings as they were stored with a signed line. */
export const findingsSchema: z.ZodType<Finding[]> = z.array(
  z.strictObject({
    rule: z.string(),
    severity: z.enum(severities),
    because: textSchema,
    source: z.array(z.string()),
  }),
);
