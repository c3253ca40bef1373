import { z } from "zod";

/** The page of a list of check-ins: after or before a check-in; what is no id is as if it were not said. */
export const checkInsQuerySchema = z.object({
  after: z.uuid().nullable().catch(null).default(null),
  before: z.uuid().nullable().catch(null).default(null),
});
export type CheckInsQuery = z.output<typeof checkInsQuerySchema>;
