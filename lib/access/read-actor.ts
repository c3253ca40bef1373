import "server-only";
import { randomUUID } from "node:crypto";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { env } from "@/lib/env";
import type { Actor, Role } from "./actor";
import { sessionCookie } from "./auth-options";
import { openSeal } from "./open-seal";
import { resumeAsking, resumeSession, type Question } from "./sessions";

/** On a page that draws itself anew because there is news: its person did nothing. It can only keep a session from living longer. */
const quietCookie = "phasewise-quiet";

type Along = { asked: Asked | null };
type Asked = { question: Question; rows: readonly unknown[] | null };
/** What the page of this request asks together with who asks; with its rows where it went along. */
const along = cache((): Along => ({ asked: null }));

/** Who is asking, decided by the session row; null when nobody is signed in. Once per request. */
export const readActor = cache(async () => actorOfCookie(!(await cookies()).has(quietCookie), along()));

/** The same for what a page asks by itself, without its person: it does not count as activity, and the session ends in its time. */
export const readWatcher = cache(() => actorOfCookie(false, { asked: null }));

async function actorOfCookie(touches: boolean, request: Along): Promise<Actor | null> {
  const sealed = (await cookies()).get(sessionCookie)?.value;
  if (sealed === undefined) return null;
  const sessionId = await openSeal(sealed, env().authSecret);
  if (sessionId === null) return null;
  const requestId = randomUUID();
  const { asked } = request;
  const both = asked && (await resumeAsking(sessionId, requestId, touches, asked.question));
  if (!both) return resumeSession(sessionId, requestId, touches);
  asked.rows = both.rows;
  return both.actor;
}

/** The actor of a page: sends nobody to the sign-in page, and somebody of another role to their own home. */
export async function requireActor(...allowed: readonly Role[]): Promise<Actor> {
  const actor = await readActor();
  if (!actor) redirect("/sign-in");
  if (!allowed.includes(actor.role)) redirect(homeOf(actor.role));
  return actor;
}

/**
 * The patient of a page, and in the same trip to the database what the page asks first. To be called before the page awaits anything: once it is known
 * who asks, nothing more goes along.
 * @returns rows: null where the question did not go along, and the page asks it itself
 */
export async function requirePatientAsking(
  question: Question,
): Promise<{ actor: Actor; rows: readonly unknown[] | null }> {
  const asked: Asked = { question, rows: null };
  along().asked = asked;
  return { actor: await requireActor("patient"), rows: asked.rows };
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
