import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { openSession } from "@/lib/access/sessions";
import { inClinic } from "@/lib/db/in-clinic";
import { pointAtProduct } from "./e2e-database";
import type { TestUser } from "./factories";

type Person = Pick<TestUser, "id" | "role"> & { clinic: { id: string } };

/** The value of the cookie that a browser would hold after signing in. */
export async function signedInCookie({ id: userId, role, clinic }: Person): Promise<string> {
  const { authSecret } = pointAtProduct();
  const sid = await openSession({ clinicId: clinic.id, userId, role }, randomUUID());
  return encode({ token: { sid }, secret: authSecret });
}

/** The cookie of a session that is over its absolute limit; every other session of the person ends with it. */
export async function expiredCookie(person: Person): Promise<string> {
  const cookie = await signedInCookie(person);
  const { id: userId, clinic } = person;
  await inClinic({ clinicId: clinic.id, userId, role: "sign-in", patientId: null }, (tx) =>
    tx.signInSession.updateMany({
      where: { clinicId: clinic.id, userId },
      data: { absoluteEndAt: new Date(Date.now() - 60_000) },
    }),
  );
  return cookie;
}
