import { z } from "zod";

/** What the address of the own record says; a cursor that is none is the first page of "who has looked". */
export const accessesQuerySchema = z.object({
  after: z.string().max(300).nullable().default(null).catch(null),
  /** The file was asked for more often than it is given. */
  file: z.literal("too-often").nullable().default(null).catch(null),
});
