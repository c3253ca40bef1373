import * as z from "zod/mini";
import { isOutdated, keptCopies, keptPrefix } from "@/lib/draft/kept-copies";
import { editedLineSchema } from "@/lib/schemas/program";

const draftSchema = z.strictObject({ startPhase: z.number(), lines: z.array(editedLineSchema) });
const copySchema = z.strictObject({
  /** What the changes were made from, and the signed revision that it follows. */
  base: draftSchema,
  follows: z.nullable(z.number()),
  draft: draftSchema,
});
/** A draft with changes that the server has not taken yet. */
export type DraftCopy = z.output<typeof copySchema>;

/** Where the unsaved draft of one person and one program is kept. Nothing of it throws: without it the page works as before. */
export type LocalCopy = {
  /** What pages of the same person left behind, oldest first; copies older than seven days are removed, of everybody. */
  read: () => Promise<DraftCopy[]>;
  write: (copy: DraftCopy) => Promise<void>;
  /** What is saved needs no copy. */
  clear: () => void;
  /** The copies that were read have found their place. */
  forget: () => void;
};

/**
 * Keeps an unsaved draft in the browser, encrypted (AES-256-GCM): what lies there is of no use without the key, which the server alone can derive for
 * the same person. Each open page has an entry of its own.
 * @param name opaque, of person and program
 * @param key base64url
 * @param storage the browser's; tests bring their own
 */
export function localCopy(name: string, key: string, storage: Storage, now: () => number = Date.now): LocalCopy {
  const entry = `${keptPrefix}${name}.${crypto.randomUUID()}`;
  const readEntries = new Set<string>();
  let latest = 0;
  let imported: Promise<CryptoKey> | undefined;
  const usable = () =>
    (imported ??= crypto.subtle.importKey("raw", bytesOf(key), "AES-GCM", false, ["encrypt", "decrypt"]));
  const bound = (at: number) => ({ name: "AES-GCM", additionalData: new TextEncoder().encode(`${name} ${at}`) });

  async function opened(text: string): Promise<DraftCopy | null> {
    const [at = "", iv = "", sealed = ""] = text.split(".");
    try {
      const clear = await crypto.subtle.decrypt(
        { ...bound(Number(at)), iv: bytesOf(iv) },
        await usable(),
        bytesOf(sealed),
      );
      const copy = copySchema.safeParse(JSON.parse(new TextDecoder().decode(clear)));
      return copy.success ? copy.data : null;
    } catch {
      return null;
    }
  }

  return {
    async read() {
      const copies: { at: number; copy: DraftCopy }[] = [];
      for (const { name: stored, at, text } of keptCopies(storage)) {
        if (isOutdated({ at }, now())) storage.removeItem(stored);
        else if (stored.startsWith(`${keptPrefix}${name}.`) && stored !== entry) {
          const copy = await opened(text);
          if (copy) copies.push({ at, copy });
          if (copy) readEntries.add(stored);
        }
      }
      return copies.toSorted((a, b) => a.at - b.at).map(({ copy }) => copy);
    },
    async write(copy) {
      const turn = ++latest;
      try {
        const [at, iv] = [now(), crypto.getRandomValues(new Uint8Array(12))];
        const clear = new TextEncoder().encode(JSON.stringify(copy));
        const sealed = await crypto.subtle.encrypt({ ...bound(at), iv }, await usable(), clear);
        // Saved, or changed again, while it was encrypted.
        if (turn === latest) storage.setItem(entry, [at, textOf(iv), textOf(new Uint8Array(sealed))].join("."));
      } catch {
        // No room, or no cryptography outside of https: the draft stays on the page alone.
      }
    },
    clear() {
      latest += 1;
      storage.removeItem(entry);
    },
    forget() {
      for (const stored of readEntries) storage.removeItem(stored);
      readEntries.clear();
    },
  };
}

function textOf(bytes: Uint8Array): string {
  let binary = "";
  // In pieces, and not spread: what is made of single letters takes ten times as long, spread seven times; and a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192) {
    binary += String(Reflect.apply(String.fromCharCode, null, bytes.subarray(at, at + 8192)));
  }
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
}
