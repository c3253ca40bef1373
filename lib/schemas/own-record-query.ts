import { z } from "zod";

/** What the address of "who has looked" says; a cursor that is none is the first page. */
export const accessesQuerySchema = z.object({ after: z.string().max(300).nullable().default(null).catch(null) });
