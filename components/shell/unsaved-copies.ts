import { discardEvent, isOutdated, keptCopies } from "@/lib/draft/kept-copies";

/** Whether this browser keeps changes of a draft that the server has not taken: signing out removes them, of whomever they are. */
export function hasUnsavedCopies(): boolean {
  try {
    return keptCopies(window.localStorage).some((copy) => !isOutdated(copy, Date.now()));
  } catch {
    // A browser that stores nothing keeps nothing.
    return false;
  }
}

/** Hears what other pages of the browser store; what this one stores shows at its next drawing. */
export function onStored(listener: () => void): () => void {
  window.addEventListener("storage", listener);
  return () => window.removeEventListener("storage", listener);
}

/** Somebody has chosen to lose them: the page that has them open does not ask again. */
export function discardUnsaved(): void {
  window.dispatchEvent(new Event(discardEvent));
}
