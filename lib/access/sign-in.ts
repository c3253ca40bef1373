import { randomUUID } from "node:crypto";
import { z } from "zod";
import { connections } from "@/lib/db/client";
import { inClinic, type ClinicContext } from "@/lib/db/in-clinic";
import { Invalid } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { roles, type Actor } from "./actor";
import { countAttempt, forgiveAttempt } from "./attempts";
import { passwordMatches } from "./password";
import { openSession, type SignedIn } from "./sessions";

const directoryRow = z.object({ clinic_id: z.string(), user_id: z.string() });

/**
 * Signs a person in by name and password and returns the opaque id of a new session; null for unknown, disabled and mistaken alike, after the
 * same work (A4).
 * @throws {TooMany} after ten failures of this name from this address in 15 minutes
 */
export async function signIn(name: string, password: string, address: string): Promise<string | null> {
  const folded = name.trim().normalize("NFKC").toLowerCase();
  await countAttempt(folded, address);
  const found = await findInDirectory(folded);
  const account = await findAccount(found);
  const matches = await passwordMatches(account?.passwordHash ?? null, password);
  if (!account || !matches) {
    await recordFailure(found, account);
    return null;
  }
  await forgiveAttempt(folded, address);
  return openSession(account, randomUUID());
}

type Account = SignedIn & { passwordHash: string | null };
type Found = { clinic_id: string; user_id: string };

/** Stands in for a name that nobody has, so that the look-ups that follow are the same. */
const nobody: Found = {
  clinic_id: "00000000-0000-0000-0000-000000000000",
  user_id: "00000000-0000-0000-0000-000000000000",
};

/** The clinic and user of a sign-in name, looked up before any clinic is known. */
async function findInDirectory(folded: string): Promise<Found> {
  const { rows } = await connections().pool.query("SELECT clinic_id, user_id FROM find_sign_in_name($1)", [folded]);
  return directoryRow.safeParse(rows[0]).data ?? nobody;
}

function asSignIn(found: Found): ClinicContext {
  return { clinicId: found.clinic_id, userId: found.user_id, role: "sign-in", patientId: null };
}

/** The enabled account that was found. */
async function findAccount(found: Found): Promise<Account | null> {
  return inClinic(asSignIn(found), async (tx) => {
    const user = await tx.user.findUnique({
      where: { clinicId_id: { clinicId: found.clinic_id, id: found.user_id } },
      include: { credential: true },
    });
    if (!user || user.disabledAt) return null;
    return {
      clinicId: user.clinicId,
      userId: user.id,
      role: z.enum(roles).parse(user.role),
      passwordHash: user.credential?.passwordHash ?? null,
    };
  });
}

/** A mistaken password is written down at its account; for nobody the same transaction writes nothing. */
async function recordFailure(found: Found, account: Account | null): Promise<void> {
  await inClinic(asSignIn(found), async (tx) => {
    if (!account) await tx.$queryRaw`SELECT 1`;
    else
      await recordAct(tx, { ...account, requestId: randomUUID() }, "sign-in", { kind: "password", outcome: "failed" });
  });
}

/**
 * Fresh re-authentication of somebody who is signed in, before a signature.
 * @throws {Invalid} on `password` when it is not theirs
 * @throws {TooMany} as `signIn`
 */
export async function confirmIdentity(actor: Actor, password: string): Promise<void> {
  await countAttempt(actor.userId, "signature");
  const credential = await inClinic(actor, (tx) =>
    tx.credential.findUnique({ where: { clinicId_userId: { clinicId: actor.clinicId, userId: actor.userId } } }),
  );
  if (!(await passwordMatches(credential?.passwordHash ?? null, password))) {
    await inClinic(actor, (tx) => recordAct(tx, actor, "sign-in", { kind: "signature", outcome: "failed" }));
    throw new Invalid({ password: "passwordIsWrong" });
  }
  await forgiveAttempt(actor.userId, "signature");
}
