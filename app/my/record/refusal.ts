/** Where a person reads why there is no file. */
const pages = { "signed-out": "/sign-in", "too-many": "/my/record?file=too-often", "not-found": null } as const;

/**
 * Why there is no file: to a program as JSON with its status, to a person in front of a browser as a page.
 * @param asked the request's headers: a browser that opens an address takes HTML
 */
export function refusal(
  asked: Pick<Headers, "get">,
  status: number,
  error: keyof typeof pages,
  more: Record<string, string> = {},
): Response {
  const page = asked.get("accept")?.includes("text/html") === true ? pages[error] : null;
  const headers = { "Cache-Control": "no-store", ...more };
  if (page !== null) return new Response(null, { status: 303, headers: { ...headers, Location: page } });
  return Response.json({ error }, { status, headers });
}
