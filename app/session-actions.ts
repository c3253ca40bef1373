"use server";

import { readActor } from "@/lib/access/read-actor";

/** Counts as activity, so the session starts its idle time anew. False when it is already over, or nobody is signed in. */
export async function staySignedIn(): Promise<boolean> {
  return (await readActor()) !== null;
}
