import { readActor } from "@/lib/access/read-actor";
import { endSession } from "@/lib/access/sessions";

const expired = "Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Lax";

/**
 * Ends the session's row first; whoever still holds the cookie is nobody. The browser forgets what it kept of the pages, and all that it stored;
 * but a patient's page that has emptied its own part itself may say that unsent reports of somebody else stay.
 */
export async function POST(request: Request): Promise<Response> {
  const actor = await readActor();
  if (actor) await endSession(actor);
  const form = await request.formData().catch(() => null);
  const keepsOthers = form?.get("keep") === "others";
  const headers = new Headers({
    Location: "/sign-in",
    "Cache-Control": "no-store",
    "Clear-Site-Data": keepsOthers ? '"cache"' : '"cache", "storage"',
  });
  for (const cookie of ["session", "csrf", "callback", "search"])
    headers.append("Set-Cookie", `__Host-phasewise.${cookie}=; ${expired}`);
  return new Response(null, { status: 303, headers });
}
