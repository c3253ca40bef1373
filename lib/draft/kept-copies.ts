/** Before the name of every unsaved draft that a browser keeps. */
export const keptPrefix = "phasewise.unsaved.";
const keptMs = 7 * 86_400_000;

/** Said on the window when somebody signs out although something is not saved: nothing asks again. */
export const discardEvent = "phasewise:discard";

/** Every unsaved draft that lies in the browser, of whomever it is: its name, when it was written (ms), and its ciphertext. */
export function keptCopies(
  storage: Pick<Storage, "length" | "key" | "getItem">,
): { name: string; at: number; text: string }[] {
  const names = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "");
  return names
    .filter((name) => name.startsWith(keptPrefix))
    .map((name) => {
      const text = storage.getItem(name) ?? "";
      return { name, at: Number(text.split(".")[0]), text };
    });
}

/** Whether a copy is older than seven days, or does not say how old it is: it is removed unread. */
export function isOutdated({ at }: { at: number }, now: number): boolean {
  return !(now - at < keptMs);
}
