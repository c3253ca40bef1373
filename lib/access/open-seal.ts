import { createHash } from "node:crypto";
import { decode } from "next-auth/jwt";
import { z } from "zod";
import { Kept } from "@/lib/kept";

const sealedSchema = z.object({ sid: z.string().min(1), exp: z.number() });

/** Seals that were opened. What they hold never changes; whether the session still lives, its row says each time. */
const opened = new Kept<z.output<typeof sealedSchema>>(1000);

/**
 * The opaque session id that a cookie holds; null when it was not sealed with our secret, or its time is over. A seal is opened once in this process:
 * deriving the key and deciphering cost as much as asking the database who it is.
 * @param now milliseconds since 1970
 */
export async function openSeal(sealed: string, secret: string, now = Date.now()): Promise<string | null> {
  // Neither seal nor secret stays in memory for longer than their request.
  const key = createHash("sha256").update(`${secret} ${sealed}`).digest("base64");
  const known = opened.get(key) ?? (await opening(sealed, secret));
  if (known === null) return null;
  if (known.exp * 1000 <= now) {
    opened.delete(key);
    return null;
  }
  opened.set(key, known);
  return known.sid;
}

async function opening(token: string, secret: string): Promise<z.output<typeof sealedSchema> | null> {
  const found = sealedSchema.safeParse(await decode({ token, secret }).catch(() => null));
  return found.success ? found.data : null;
}
