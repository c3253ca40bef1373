import { useEffect } from "react";
import type { Place } from "./place";
import type { Network } from "./use-network";

/** Where the server shows the same. The answer to a check-in stands there by its key too, also where it was kept aside, but not where it was refused. */
export function freshAddress(place: Place, href: string, sent: ReadonlyMap<string, { status: string }>): string {
  const { pathname, search } = new URL(href);
  const became = place.kind === "result" ? sent.get(place.checkInId)?.status : undefined;
  if (became === "refused") return "/my/today";
  return pathname.startsWith("/my/") ? `${pathname}${search}` : "/my/today";
}

/**
 * Opens the server's page when the network has come back, but not while something is filled in or done, and not in the place of an answer that
 * the server does not have yet.
 */
export function useFreshPage(network: Network, place: Place, address: string, isUnsent: boolean): void {
  const isBusy = place.kind === "check-in" || place.kind === "exercise" || isUnsent;
  const fresh = network.state === "back" && network.wasAway ? address : null;
  useEffect(() => {
    if (fresh !== null && !isBusy) window.location.replace(fresh);
  }, [fresh, isBusy]);
}
