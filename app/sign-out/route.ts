import { readActor } from "@/lib/access/read-actor";
import { endSession } from "@/lib/access/sessions";

const expired = "Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Lax";

/**
 * Ends the session's row first; whoever still holds the cookie is nobody. The browser forgets what it kept of the pages. All that it stored goes only
 * where the page says so (`keep` is `none`): a clinician's, or a patient's that has sent what waited. `others`: it emptied its own part, and unsent
 * reports of somebody else stay. A page that could look at nothing says neither: then the page for signing in empties the person's part, but for
 * what was not sent.
 */
export async function POST(request: Request): Promise<Response> {
  const actor = await readActor();
  if (actor) await endSession(actor);
  const form = await request.formData().catch(() => null);
  const keep = form?.get("keep");
  const headers = new Headers({
    Location: keep === "none" || keep === "others" ? "/sign-in" : "/sign-in?left",
    "Cache-Control": "no-store",
    "Clear-Site-Data": keep === "none" ? '"cache", "storage"' : '"cache"',
  });
  for (const cookie of ["session", "csrf", "callback", "search"])
    headers.append("Set-Cookie", `__Host-phasewise.${cookie}=; ${expired}`);
  return new Response(null, { status: 303, headers });
}
