import { z } from "zod";
import { searchTermSchema } from "./worklist";

/** Which programs a clinician may take lines from; `search` is the start of a name or of a record number, `""` is everybody. */
export const cloneSourcesSchema = z.strictObject({ programId: z.uuid("badId"), search: searchTermSchema });
export type CloneSourcesQuery = z.output<typeof cloneSourcesSchema>;

/** Reads the lines of `sourceId` for the draft of `programId`. */
export const cloneSourceSchema = z.strictObject({ programId: z.uuid("badId"), sourceId: z.uuid("badId") });
export type CloneSourceInput = z.output<typeof cloneSourceSchema>;
