import { readActor } from "@/lib/access/read-actor";
import { endSession } from "@/lib/access/sessions";

const expired = "Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Lax";

/** Ends the session's row first; whoever still holds the cookie is nobody. The browser forgets what it kept of the pages. */
export async function POST(): Promise<Response> {
  const actor = await readActor();
  if (actor) await endSession(actor);
  const headers = new Headers({
    Location: "/sign-in",
    "Cache-Control": "no-store",
    "Clear-Site-Data": '"cache", "storage"',
  });
  for (const cookie of ["session", "csrf", "callback", "search"])
    headers.append("Set-Cookie", `__Host-phasewise.${cookie}=; ${expired}`);
  return new Response(null, { status: 303, headers });
}
