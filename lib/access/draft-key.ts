import "server-only";
import { hkdfSync } from "node:crypto";
import { env } from "@/lib/env";
import type { Actor } from "./actor";

/** What one person's browser keeps an unsaved draft of one program with: an opaque name, and a key for AES-256-GCM, base64url. */
export type DraftKey = { editorId: string; name: string; key: string };

/**
 * The key of an unsaved draft that a browser keeps. It is derived and not stored: the same person gets the same key again after signing in, nobody
 * else gets it, and what lies in the browser is of no use without the server.
 */
export function draftKey({ clinicId, userId }: Pick<Actor, "clinicId" | "userId">, programId: string): DraftKey {
  const derived = (purpose: string, bytes: number) => {
    const info = JSON.stringify([purpose, clinicId, userId, programId]);
    return Buffer.from(hkdfSync("sha256", env().authSecret, "phasewise unsaved draft", info, bytes)).toString(
      "base64url",
    );
  };
  return { editorId: userId, name: derived("name", 16), key: derived("key", 32) };
}
