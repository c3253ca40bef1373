import { z } from "zod";

/** The tabs of the worklist; `ready` comes with the readiness rule. */
export const worklistFlags = ["red-flag", "on-hold", "pain-rising", "missed", "silent", "clearance-waiting"] as const;
export type WorklistTab = (typeof worklistFlags)[number];

/** What the address of the worklist may say; whatever it says wrong is as if it were not said. */
export const worklistQuerySchema = z.object({
  q: z.string().trim().max(80).catch("").default(""),
  flag: z.enum(worklistFlags).nullable().catch(null).default(null),
  after: z.uuid().nullable().catch(null).default(null),
  before: z.uuid().nullable().catch(null).default(null),
});
export type WorklistQuery = z.output<typeof worklistQuerySchema>;
