import "./globals.css";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { CspNonce } from "@/components/shell/csp-nonce";
import { RootMessages } from "@/lib/i18n/client-messages";
import { chosenTheme } from "@/lib/i18n/preferences";
import { barColors } from "./bar-colors";
import { fontClass } from "./fonts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return {
    title: { default: "Phasewise", template: "%s · Phasewise" },
    description: t("description"),
    robots: { index: false, follow: false },
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

/** The bar of the phone has the color of our header (`surface` of tokens.css). */
export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: barColors.light },
    { media: "(prefers-color-scheme: dark)", color: barColors.dark },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = await chosenTheme();
  const nonce = /'nonce-([^']+)'/.exec((await headers()).get("content-security-policy") ?? "")?.[1];
  return (
    <html className={fontClass} lang={await getLocale()} {...(theme === "system" ? {} : { "data-theme": theme })}>
      <head>{nonce === undefined ? null : <CspNonce nonce={nonce} />}</head>
      <body>
        <RootMessages>{children}</RootMessages>
      </body>
    </html>
  );
}
