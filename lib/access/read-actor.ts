import "server-only";
import { randomUUID } from "node:crypto";
import { getServerSession } from "next-auth";
import { redirect } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import type { Actor, Role } from "./actor";
import { authOptions } from "./auth-options";
import { resumeSession } from "./sessions";

const session = z.object({ sid: z.string().min(1) });

/** Who is asking, decided by the session row; null when nobody is signed in. Once per request. */
export const readActor = cache(async (): Promise<Actor | null> => {
  const given = session.safeParse(await getServerSession(authOptions()));
  return given.success ? resumeSession(given.data.sid, randomUUID()) : null;
});

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
