import { hash, verify } from "@node-rs/argon2";

/** Argon2id, 19 MiB, two passes (OWASP's first recommendation; A2). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** What a person types, in the form that is hashed: NFKC, nothing cut. */
function folded(password: string): string {
  return password.normalize("NFKC");
}

/** The hash to store. */
export function hashPassword(password: string): Promise<string> {
  return hash(folded(password), cost);
}

let hashOfNobody: Promise<string> | undefined;

/**
 * Whether the password is right. Without a stored hash the same work is done, so that an unknown name takes as long as a wrong password (A4).
 */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  hashOfNobody ??= hashPassword("nobody has this password");
  const matches = await verify(stored ?? (await hashOfNobody), folded(password));
  return stored !== null && matches;
}
