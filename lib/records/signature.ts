import type { Actor } from "@/lib/access/actor";
import { sha256Of } from "./canonical-json";

/** What signing leaves behind (G1): who, when, what it means, and a digest over everything that was signed. */
export type Signature = {
  /** As the person signs, at the moment of signing. */
  printedName: string;
  /** UTC, ISO 8601 with milliseconds. */
  signedAt: string;
  meaning: string;
  /** Over the canonical JSON of what was signed together with signer, name, time and meaning. */
  sha256: string;
};

/** Everything that the digest covers; the verifier rebuilds it from the stored columns. */
export type Signed = { signerId: string; printedName: string; signedAt: string; meaning: string; content: unknown };

/**
 * Signs for the actor. Whoever calls has confirmed the actor's identity before (`confirmIdentity`).
 * @param content plain JSON: what is signed, without the signature itself
 */
export function sign(actor: Actor, meaning: string, content: unknown, at: Date): Signature {
  const signedAt = at.toISOString();
  const { userId: signerId, printedName } = actor;
  return { printedName, signedAt, meaning, sha256: digestOf({ signerId, printedName, signedAt, meaning, content }) };
}

/** The digest of a signature; the same columns always give the same digest. */
export function digestOf(signed: Signed): string {
  return sha256Of(signed);
}
