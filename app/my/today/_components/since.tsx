import { useSince } from "../../_components/words";

/** How long ago the treatment was. */
export function Since({ daysSince, isInjection }: { daysSince: number; isInjection: boolean }) {
  return useSince()(daysSince, isInjection);
}
