export type Entry =
  { status: "done" } | { status: "wrong" } | { status: "away" } | { status: "too-many"; minutes: number | null };

/**
 * Asks next-auth for a session; every refusal but "too many" and "away" is the same one. Its client comes when somebody enters, not with
 * the page where everybody begins.
 */
export async function enter(
  provider: "credentials" | "demo",
  fields: Readonly<Record<string, string>>,
): Promise<Entry> {
  try {
    const { signIn } = await import("next-auth/react");
    const answer = await signIn(provider, { ...fields, redirect: false });
    if (answer?.ok === true && !answer.error) return { status: "done" };
    const [code, seconds] = (answer?.error ?? "").split(":");
    if (code === "TooMany") return { status: "too-many", minutes: minutesOf(seconds) };
    return { status: code === "CredentialsSignin" ? "wrong" : "away" };
  } catch {
    return { status: "away" };
  }
}

function minutesOf(seconds: string | undefined): number | null {
  const given = Number(seconds);
  return Number.isFinite(given) && given > 0 ? Math.ceil(given / 60) : null;
}
