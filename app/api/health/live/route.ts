export const dynamic = "force-dynamic";

/** The process runs; says nothing about its database. */
export function GET(): Response {
  return Response.json({ status: "live" });
}
