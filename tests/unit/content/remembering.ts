import type { z } from "zod";
import type { Parse } from "@/prisma/content/load";

/** Parses each text once: a mistake in one file leaves two hundred others as they were. */
export function remembering(): Parse {
  const known = new Map<z.ZodType, Map<string, unknown>>();
  return <T>(text: string, schema: z.ZodType<T>) => {
    const bySchema = known.get(schema) ?? new Map<string, unknown>();
    known.set(schema, bySchema);
    const parsed = bySchema.get(text) ?? schema.safeParse(JSON.parse(text));
    bySchema.set(text, parsed);
    return parsed as z.ZodSafeParseResult<T>;
  };
}
