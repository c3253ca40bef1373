import { cookies } from "next/headers";
import { isLocale, type Locale } from "./locale";

/** Set by the language switch, and at sign-in from the account. */
export const localeCookie = "locale";
/** Absent: the theme follows the system. */
const themeCookie = "theme";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

function isTheme(value: unknown): value is Theme {
  return themes.some((theme) => theme === value);
}

const aYear = { path: "/", sameSite: "lax", httpOnly: true, maxAge: 365 * 24 * 60 * 60 } as const;

/** Remembers the language on this device; for server actions and route handlers only. Ignores unknown languages. */
export async function rememberLocale(locale: unknown): Promise<void> {
  if (isLocale(locale)) (await cookies()).set(localeCookie, locale satisfies Locale, aYear);
}

/** Remembers the theme on this device; `system` forgets the choice. For server actions and route handlers only. */
export async function rememberTheme(theme: unknown): Promise<void> {
  const jar = await cookies();
  if (theme === "system") jar.delete(themeCookie);
  else if (isTheme(theme)) jar.set(themeCookie, theme, aYear);
}

/** The theme the person chose on this device, `system` if none. */
export async function chosenTheme(): Promise<Theme> {
  const value = (await cookies()).get(themeCookie)?.value;
  return isTheme(value) ? value : "system";
}
