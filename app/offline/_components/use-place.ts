import { useSyncExternalStore } from "react";
import { placeOf, type Place } from "./place";

const moved = "phasewise-moved";

function subscribe(listener: () => void): () => void {
  window.addEventListener("popstate", listener);
  window.addEventListener(moved, listener);
  return () => {
    window.removeEventListener("popstate", listener);
    window.removeEventListener(moved, listener);
  };
}

/** The place that the address asks for; null on the server, which does not know it. */
export function usePlace(): { place: Place; href: string } | null {
  const href = useSyncExternalStore(subscribe, addressNow, noAddress);
  return href === null ? null : { place: placeOf(new URL(href)), href };
}

const addressNow = (): string => window.location.href;
const noAddress = (): null => null;

/** Shows another place without asking the network; Back leads here again. */
export function goTo(href: string): void {
  window.history.pushState(null, "", href);
  window.dispatchEvent(new Event(moved));
  window.scrollTo(0, 0);
}
