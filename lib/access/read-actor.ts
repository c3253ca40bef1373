import "server-only";
import { randomUUID } from "node:crypto";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { env } from "@/lib/env";
import type { Actor, Role } from "./actor";
import { sessionCookie } from "./auth-options";
import { openSeal } from "./open-seal";
import { resumeSession } from "./sessions";

/** On a page that draws itself anew because there is news: its person did nothing. It can only keep a session from living longer. */
const quietCookie = "phasewise-quiet";

/** Who is asking, decided by the session row; null when nobody is signed in. Once per request. */
export const readActor = cache(async () => actorOfCookie(!(await cookies()).has(quietCookie)));

/** The same for what a page asks by itself, without its person: it does not count as activity, and the session ends in its time. */
export const readWatcher = cache(() => actorOfCookie(false));

async function actorOfCookie(touches: boolean): Promise<Actor | null> {
  const sealed = (await cookies()).get(sessionCookie)?.value;
  if (sealed === undefined) return null;
  const sessionId = await openSeal(sealed, env().authSecret);
  return sessionId === null ? null : resumeSession(sessionId, randomUUID(), touches);
}

/** The actor of a page: sends nobody to the sign-in page, and somebody of another role to their own home. */
export async function requireActor(...allowed: readonly Role[]): Promise<Actor> {
  const actor = await readActor();
  if (!actor) redirect("/sign-in");
  if (!allowed.includes(actor.role)) redirect(homeOf(actor.role));
  return actor;
}

/** Where each role begins. */
export function homeOf(role: Role): "/worklist" | "/clearances" | "/my/today" | "/admin" {
  const homes = {
    therapist: "/worklist",
    surgeon: "/clearances",
    patient: "/my/today",
    administrator: "/admin",
  } as const;
  return homes[role];
}
