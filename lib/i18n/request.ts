import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { formats } from "./formats";
import { type Locale, preferredLocale } from "./locale";
import { localeCookie } from "./preferences";

const messagesOf = {
  en: () => import("../../messages/en.json"),
  es: () => import("../../messages/es.json"),
} satisfies Record<Locale, () => Promise<unknown>>;

/** The language of one request; it is not part of the address. */
export default getRequestConfig(async () => {
  const locale = preferredLocale((await cookies()).get(localeCookie)?.value, (await headers()).get("accept-language"));
  const { default: messages } = await messagesOf[locale]();
  return { locale, messages, formats, timeZone: "UTC" };
});
