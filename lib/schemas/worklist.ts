import { z } from "zod";
import { words } from "./words";

/** The tabs of the worklist. */
export const worklistFlags = [
  "red-flag",
  "on-hold",
  "pain-rising",
  "missed",
  "silent",
  "clearance-waiting",
  "ready",
] as const;
export type WorklistTab = (typeof worklistFlags)[number];

/** What the address of the worklist may say; whatever it says wrong is as if it were not said. */
export const worklistQuerySchema = z.object({
  flag: z.enum(worklistFlags).nullable().catch(null).default(null),
  after: z.uuid().nullable().catch(null).default(null),
  before: z.uuid().nullable().catch(null).default(null),
});

/** What is searched for: the start of a name or of a record number. It never stands in an address. */
export const searchTermSchema = words(80).catch("");

/** A page of the list: what the address says, and the search (`""` is none). */
export type WorklistQuery = z.output<typeof worklistQuerySchema> & { q: string };
