import { z } from "zod";
import type { Ask } from "@/lib/db/ask-in-clinic";
import type { Prisma } from "@/lib/db/generated/client";
import { Kept } from "@/lib/kept";

/** A row of the library with the hash of what it says. */
export type Hashed = { id: string; hash: string };

const storedRow = z.object({ id: z.string(), hash: z.string(), said: z.unknown() });

/**
 * Reads what the library says, which comes again and again: each text is sent and parsed once in this process, the least recently used given up first.
 * What is kept hangs on the hash of the text alone, whoever may see it: the caller has read the hash in a row that the actor may read. It is frozen,
 * for many share it. Not for what is somebody's own.
 * @param selected the statement for rows with `id`, `hash` and `said` of the ids given
 * @param most texts that are kept
 * @returns what reads the texts of some rows, by their ids; it throws as `schema` does
 */
export function readOnce<T extends object>(
  schema: z.ZodType<T>,
  selected: (ids: string[]) => Prisma.Sql,
  most: number,
) {
  const kept = new Kept<T>(most);
  return async (ask: Ask, wanted: readonly Hashed[]): Promise<(id: string) => T> => {
    const found = new Map<string, T>();
    for (const { id, hash } of wanted) {
      const known = kept.get(hash);
      if (known !== undefined) found.set(id, known);
    }
    const unknown = wanted.filter(({ id }) => !found.has(id)).map(({ id }) => id);
    for (const row of unknown.length === 0 ? [] : await ask(selected(unknown))) {
      // Of a row that changed in between it is the newer text, under its own hash.
      const { id, hash, said } = storedRow.parse(row);
      const value = frozen(schema.parse(said));
      found.set(id, value);
      kept.set(hash, value);
    }
    return (id) => {
      const value = found.get(id);
      if (value === undefined) throw new Error("The library has no such row.");
      return value;
    };
  };
}

function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) {
    for (const inner of Object.values(value)) frozen(inner);
    Object.freeze(value);
  }
  return value;
}
