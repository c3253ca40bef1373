import { connections } from "@/lib/db/client";

export const dynamic = "force-dynamic";

const limitMs = 1500;

/** The process can serve: its database answers within 1.5 s, otherwise 503. */
export async function GET(): Promise<Response> {
  const isReady = await Promise.race([
    databaseAnswers(),
    new Promise<false>((late) => setTimeout(late, limitMs, false)),
  ]);
  return isReady ? Response.json({ status: "ready" }) : Response.json({ status: "database away" }, { status: 503 });
}

async function databaseAnswers(): Promise<boolean> {
  try {
    await connections().pool.query("SELECT 1");
    return true;
  } catch {
    return false;
  }
}
