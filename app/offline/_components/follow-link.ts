import type { MouseEvent } from "react";
import { goTo } from "./use-place";

/** A link to one of the patient's pages: shown here while there is no network, asked of the server when there is. Others go their own way. */
export function followLink(event: MouseEvent, isBack: boolean): void {
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!isPlain || event.defaultPrevented || !link || link.target !== "") return;
  const { origin, pathname, hash } = new URL(link.href);
  if (origin !== window.location.origin || !pathname.startsWith("/my/") || hash !== "") return;
  event.preventDefault();
  if (isBack) window.location.assign(link.href);
  else goTo(link.href);
}
