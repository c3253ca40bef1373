import { randomInt } from "node:crypto";
import type { Actor, Role } from "@/lib/access/actor";
import { hashPassword } from "@/lib/access/password";
import type { Tx } from "@/lib/db/in-clinic";

export type NewPerson = {
  role: Role;
  signInName: string;
  displayName: string;
  /** As signatures print it. */
  printedName: string;
  locale: Actor["locale"];
};

/** A password to hand over, shown once; only its hash is stored. */
export type FirstPassword = { firstPassword: string; passwordHash: string };

/** Makes a first password. Hashing takes its time: do it before the transaction. */
export async function newFirstPassword(): Promise<FirstPassword> {
  const firstPassword = grouped();
  return { firstPassword, passwordHash: await hashPassword(firstPassword) };
}

/**
 * Adds a person who signs in, inside the caller's transaction.
 * @returns the user's id
 * @throws the database's P2002, or P2010 with 23505, when the sign-in name is taken anywhere in the installation
 */
export async function addPerson(tx: Tx, clinicId: string, person: NewPerson, passwordHash: string): Promise<string> {
  const signInName = person.signInName.normalize("NFKC").toLowerCase();
  const { id } = await tx.user.create({ data: { clinicId, ...person, signInName } });
  await tx.$queryRaw`SELECT 1 FROM register_sign_in_name(${signInName}, ${id}::uuid)`;
  await tx.credential.createMany({ data: [{ clinicId, userId: id, passwordHash }] });
  return id;
}

/** 20 characters without look-alikes, about 99 bits, in groups that can be read out. */
function grouped(): string {
  const letters = "abcdefghjkmnpqrstuvwxyz23456789";
  return Array.from({ length: 4 }, () =>
    Array.from({ length: 5 }, () => letters.charAt(randomInt(letters.length))).join(""),
  ).join("-");
}
