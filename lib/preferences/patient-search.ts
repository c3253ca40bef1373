import { cookies } from "next/headers";
import type { Actor } from "@/lib/access/actor";
import { searchTermSchema } from "@/lib/schemas/worklist";

/**
 * The patient search of a session. A name or a record number never stands in an address, where history, logs and referrers keep it: it lives in a
 * cookie of the browser's session that belongs to one sign-in.
 */
const searchCookie = "__Host-phasewise.search";
const attributes = { path: "/", secure: true, httpOnly: true, sameSite: "lax" } as const;

/** Remembers what is searched for until the sign-out; `""` forgets it. For server actions and route handlers only. */
export async function rememberSearch(actor: Pick<Actor, "sessionId">, term: string): Promise<void> {
  const value = term === "" ? "" : `${actor.sessionId}:${term}`;
  (await cookies()).set(searchCookie, value, term === "" ? { ...attributes, maxAge: 0 } : attributes);
}

/** What the actor searches for, `""` if nothing; what somebody else searched for on this device is nothing. */
export async function currentSearch(actor: Pick<Actor, "sessionId">): Promise<string> {
  const value = (await cookies()).get(searchCookie)?.value ?? "";
  const mine = `${actor.sessionId}:`;
  return value.startsWith(mine) ? searchTermSchema.parse(value.slice(mine.length)) : "";
}
