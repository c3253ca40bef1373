export type Entry =
  { status: "done" } | { status: "wrong" } | { status: "away" } | { status: "too-many"; minutes: number | null };

/**
 * Asks next-auth for a session, as its own `signIn` would, which is 40 kB for two requests; every refusal but "too many" and "away" is the same one.
 */
export async function enter(
  provider: "credentials" | "demo",
  fields: Readonly<Record<string, string>>,
): Promise<Entry> {
  try {
    const csrfToken = textIn(await (await fetch("/api/auth/csrf", { cache: "no-store" })).json(), "csrfToken");
    const callbackUrl = window.location.href;
    const response = await fetch(`/api/auth/callback/${provider}`, {
      method: "POST",
      body: new URLSearchParams({ ...fields, csrfToken, callbackUrl, json: "true" }),
    });
    const error = new URL(textIn(await response.json(), "url")).searchParams.get("error");
    if (response.ok && error === null) return { status: "done" };
    const [code, seconds] = (error ?? "").split(":");
    if (code === "TooMany") return { status: "too-many", minutes: minutesOf(seconds) };
    return { status: code === "CredentialsSignin" ? "wrong" : "away" };
  } catch {
    return { status: "away" };
  }
}

/** @throws where it has no such text: the answer is of somebody else, a hotel's network for instance */
function textIn(answer: unknown, name: string): string {
  const text: unknown = typeof answer === "object" && answer !== null ? Reflect.get(answer, name) : null;
  if (typeof text !== "string") throw new TypeError(`an answer without ${name}`);
  return text;
}

function minutesOf(seconds: string | undefined): number | null {
  const given = Number(seconds);
  return Number.isFinite(given) && given > 0 ? Math.ceil(given / 60) : null;
}
