import { z } from "zod";
import { givenInstant } from "@/lib/schemas/day";

/** PostgreSQL writes "2026-11-21 07:00:00.1+00" where ISO 8601 writes "2026-11-21T07:00:00.1+00:00". */
const isInstant = (text: string) =>
  givenInstant.safeParse(text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00")).success;
const cursorShape = z.tuple([z.string().refine(isInstant), z.uuid()]);
/** Where a page of a list ended: the instant by which it is ordered, as PostgreSQL wrote it, and the id. */
export type Cursor = z.output<typeof cursorShape>;

/** The cursor after a row, for the address of the next page. */
export function cursorOf({ at, id }: { at: string; id: string }): string {
  return Buffer.from(JSON.stringify([at, id])).toString("base64url");
}

/** What an address says; null for what is no cursor: the first page. */
export function readCursor(text: string | null): Cursor | null {
  if (text === null) return null;
  try {
    return cursorShape.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
  } catch {
    return null;
  }
}
