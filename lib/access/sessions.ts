import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import { askAsFound, type Finding } from "@/lib/db/ask-in-clinic";
import { connections } from "@/lib/db/client";
import { inClinic } from "@/lib/db/in-clinic";
import type { Statement } from "@/lib/db/statement-once";
import { Kept } from "@/lib/kept";
import { recordAct } from "@/lib/records/audit/record-act";
import { roles, type Actor, type Asker } from "./actor";

/** Absolute lifetime of a session by role, in hours (S1); the idle limit is the database function's. */
const absoluteHours = { therapist: 12, surgeon: 12, administrator: 12, patient: 24 } as const;

/** Who has just proved to be who they say; enough to open a session. */
export type SignedIn = Pick<Actor, "clinicId" | "userId" | "role">;

/**
 * Opens a session and returns its opaque id. Only its SHA-256 is stored; the id itself lives in the cookie alone.
 */
export async function openSession(person: SignedIn, requestId: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await inClinic({ ...person, role: "sign-in", patientId: null }, async (tx) => {
    const session = await tx.signInSession.create({
      data: {
        clinicId: person.clinicId,
        userId: person.userId,
        absoluteEndAt: new Date(Date.now() + absoluteHours[person.role] * 3_600_000),
      },
    });
    await tx.$queryRaw`SELECT 1 FROM register_session(${hashOf(token)}, ${session.id}::uuid)`;
    await recordAct(tx, { ...person, requestId }, "sign-in", { kind: "session", id: session.id });
  });
  return token;
}

const sessionRow = z.object({
  clinic_id: z.string(),
  session_id: z.string(),
  user_id: z.string(),
  role: z.enum(roles),
  display_name: z.string(),
  printed_name: z.string(),
  locale: z.enum(["en", "es"]),
  patient_id: z.string().nullable(),
  clinic_name: z.string(),
  time_zone: z.string(),
  country: z.string(),
  emergency_number: z.string(),
  clinic_phone: z.string(),
  mass_unit: z.enum(["kg", "lb"]),
  is_demo: z.boolean(),
});

/**
 * Which patient resumed a session lately, by its hash: only what a question of theirs hangs on, and when it last counted as activity here. What holds, the
 * session's row says each time.
 */
const resumed = new Kept<{ asker: Omit<Asker, "requestId">; touchedAt: number }>(1000);
/** More often no activity is noted; as `resume_session` has it. */
const touchedForMs = 20_000;

/**
 * The actor of a session that is neither ended, idle too long nor over its absolute limit; otherwise null. One round trip.
 * @param touches whether this request counts as activity; polling must not extend a session
 */
export async function resumeSession(token: string, requestId: string, touches = true): Promise<Actor | null> {
  const hash = hashOf(token);
  const { rows } = await connections().pool.query(resuming(hash, touches));
  if (rows.length === 0) return null;
  const actor = actorOf(rows[0], requestId);
  const { clinicId, userId, role, patientId, clinic } = actor;
  const asker = { clinicId, userId, role, patientId, clinic: { timeZone: clinic.timeZone } };
  if (patientId !== null) resumed.set(hash.toString("base64"), { asker, touchedAt: touches ? Date.now() : 0 });
  return actor;
}

const resuming = (hash: Buffer, touches: boolean) => ({
  name: "resume_session",
  text: "SELECT * FROM resume_session($1, $2)",
  values: [hash, touches],
});

/** What a patient's page asks, given who they are. */
export type Question = (asker: Asker) => Statement;

/**
 * `resumeSession` and a question in one round trip, where this process knows who resumed the session before: the question is made for them, and is
 * answered only if the session's row says that it is still they. Activity is noted behind it, so that nobody waits for the session's row while the
 * question is answered.
 * @returns the actor and the question's rows; null where it takes `resumeSession` to know more
 * @throws what the question throws
 */
export async function resumeAsking(
  token: string,
  requestId: string,
  touches: boolean,
  question: Question,
): Promise<{ actor: Actor; rows: readonly unknown[] } | null> {
  const hash = hashOf(token);
  const key = hash.toString("base64");
  const known = resumed.get(key);
  if (!known) return null;
  const { clinicId, userId, role, patientId, clinic } = known.asker;
  const isDue = touches && known.touchedAt + touchedForMs < Date.now();
  const finding: Finding = {
    name: "resume_asking",
    text: `SELECT * FROM resume_session($1, false)
      WHERE clinic_id = $2 AND user_id = $3 AND role = $4 AND patient_id IS NOT DISTINCT FROM $5 AND time_zone = $6`,
    values: [hash, clinicId, userId, role, patientId, clinic.timeZone],
    who: ["f.clinic_id::text", "f.user_id::text", "f.role", "coalesce(f.patient_id::text, '')"],
  };
  const statement = question({ ...known.asker, requestId });
  const { found, rows } = await askAsFound(finding, statement, isDue ? [resuming(hash, true)] : []);
  if (found === undefined) {
    resumed.delete(key);
    return null;
  }
  if (isDue) known.touchedAt = Date.now();
  return { actor: actorOf(found, requestId), rows };
}

function actorOf(stored: unknown, requestId: string): Actor {
  const row = sessionRow.parse(stored);
  return {
    clinicId: row.clinic_id,
    userId: row.user_id,
    sessionId: row.session_id,
    role: row.role,
    patientId: row.patient_id,
    displayName: row.display_name,
    printedName: row.printed_name,
    locale: row.locale,
    clinic: {
      name: row.clinic_name,
      timeZone: row.time_zone,
      country: row.country,
      emergencyNumber: row.emergency_number,
      phone: row.clinic_phone,
      massUnit: row.mass_unit,
      isDemo: row.is_demo,
    },
    requestId,
  };
}

/** Ends the actor's own session; the next request with its cookie is nobody's (S2). */
export async function endSession(actor: Actor): Promise<void> {
  await inClinic(actor, async (tx) => {
    await tx.signInSession.updateMany({
      where: { clinicId: actor.clinicId, id: actor.sessionId, endedAt: null },
      data: { endedAt: new Date(), endedBecause: "signed-out" },
    });
    await recordAct(tx, actor, "sign-out", { kind: "session", id: actor.sessionId });
  });
}

function hashOf(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
