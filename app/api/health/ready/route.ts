import { databaseAnswers } from "@/lib/db/answers";

export const dynamic = "force-dynamic";

/** The process can serve: its database answers within 1.5 s, otherwise 503. */
export async function GET(): Promise<Response> {
  return (await databaseAnswers())
    ? Response.json({ status: "ready" })
    : Response.json({ status: "database away" }, { status: 503 });
}
