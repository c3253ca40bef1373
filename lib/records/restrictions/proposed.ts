import { z } from "zod";
import { regions, restrictionKinds } from "@/lib/clinical/facts";

/** Why the product began a draft: what was ordered, and the lines that it leaves out. */
export const proposedSchema = z.strictObject({
  restrictions: z.array(
    z.strictObject({
      kind: z.enum(restrictionKinds),
      region: z.enum(regions).nullable(),
      kg: z.number().nullable(),
      minutes: z.number().nullable(),
    }),
  ),
  leftOut: z.array(z.strictObject({ exercise: z.string(), phase: z.number() })),
});
export type Proposed = z.output<typeof proposedSchema>;
