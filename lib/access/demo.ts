import { randomUUID } from "node:crypto";
import { z } from "zod";
import { connections } from "@/lib/db/client";
import { inClinic } from "@/lib/db/in-clinic";
import { env } from "@/lib/env";
import { roles, type Role } from "./actor";
import { openSession } from "./sessions";

/** One of the invented people of the demo clinic, as the sign-in page shows them. */
export type Persona = { userId: string; signInName: string; displayName: string; role: Role; locale: "en" | "es" };

const personaRow = z.object({ clinic_id: z.string(), user_id: z.string(), sign_in_name: z.string() });

/** Whether this process serves the embedded demo; the start script alone says so. */
export function isDemoHost(): boolean {
  return env().isDemo;
}

/** The people of the demo clinic; nobody where the process is not the embedded demo or the clinic was not created as one. */
export async function demoPersonas(): Promise<Persona[]> {
  return (await findPersonas()).map(({ persona }) => persona);
}

/** A session for a demo person, by one click; null for everybody else. */
export async function enterAsPersona(userId: string): Promise<string | null> {
  const found = (await findPersonas()).find(({ persona }) => persona.userId === userId);
  if (!found) return null;
  return openSession({ clinicId: found.clinicId, userId, role: found.persona.role }, randomUUID());
}

async function findPersonas(): Promise<{ clinicId: string; persona: Persona }[]> {
  if (!isDemoHost()) return [];
  const { rows } = await connections().pool.query("SELECT * FROM demo_personas()");
  const listed = z.array(personaRow).parse(rows);
  const first = listed[0];
  if (!first) return [];
  const context = { clinicId: first.clinic_id, userId: first.user_id, role: "sign-in", patientId: null };
  const users = await inClinic(context, (tx) =>
    tx.user.findMany({
      where: {
        clinicId: first.clinic_id,
        disabledAt: null,
        clinic: { isDemo: true },
        id: { in: listed.map((p) => p.user_id) },
      },
      orderBy: { createdAt: "asc" },
    }),
  );
  return users.map((user) => ({
    clinicId: user.clinicId,
    persona: {
      userId: user.id,
      signInName: user.signInName,
      displayName: user.displayName,
      role: z.enum(roles).parse(user.role),
      locale: z.enum(["en", "es"]).parse(user.locale),
    },
  }));
}
