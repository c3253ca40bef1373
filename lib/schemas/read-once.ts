import type { z } from "zod";

/**
 * Reads stored JSON that comes again and again, such as the library's: each text is parsed once in this process, the least recently used given up first.
 * What is kept hangs on the text alone, whoever may see it; it is frozen, for many share it. Not for what is somebody's own.
 * @param most texts that are kept
 * @returns what reads one text; it throws as `schema` does
 */
export function readOnce<T>(schema: z.ZodType<T>, most: number): (text: string) => T {
  const kept = new Map<string, { value: T }>();
  return (text) => {
    const known = kept.get(text) ?? { value: frozen(schema.parse(JSON.parse(text))) };
    kept.delete(text);
    kept.set(text, known);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return known.value;
  };
}

function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) {
    for (const inner of Object.values(value)) frozen(inner);
    Object.freeze(value);
  }
  return value;
}
