import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { newsOf, nextNews } from "@/lib/db/news";

/** An open page asks again after so long, and its session is looked at again. */
const patienceMs = 25_000;

/** What a clinician's page knows when it is made: an opaque text that differs once an alert or a hold of the clinic has changed. */
export function newsNow(actor: Actor): string {
  requirePermission(actor, "worklist.read");
  return newsOf(actor.clinicId);
}

/**
 * Waits until something differs from what a page knows, 25 s at most, and answers what to know from then on. It says that there is something, never
 * what: the page asks for that itself.
 * @param known what the page was given last
 */
export async function awaitNews(actor: Actor, known: string, signal: AbortSignal): Promise<string> {
  requirePermission(actor, "worklist.read");
  const now = newsOf(actor.clinicId);
  if (known !== now || signal.aborted) return now;
  await nextNews(actor.clinicId, { ms: patienceMs, signal });
  return newsOf(actor.clinicId);
}
