import { redirect } from "next/navigation";
import { homeOf, readActor } from "@/lib/access/read-actor";

/** The start page: each role's own home, or the sign-in page. */
export default async function StartPage() {
  const actor = await readActor();
  redirect(actor ? homeOf(actor.role) : "/sign-in");
}
