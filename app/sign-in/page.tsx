import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { TidyPhone } from "@/components/offline/tidy-phone";
import { WaitingHere } from "@/components/offline/waiting-here";
import { EntryFrame } from "@/components/shell/entry-frame";
import { LocaleSwitch } from "@/components/ui/preference-switches";
import { demoPersonas } from "@/lib/access/demo";
import { homeOf, readActor } from "@/lib/access/read-actor";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { chooseEntryLanguage } from "./actions";
import { EntryAside } from "./_components/entry-aside";
import { SignInForm } from "./_components/sign-in-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn"))("title") };
}

/** Where everybody begins: name and password, and in a demo clinic its people at one click. */
export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ language?: string | string[] }>;
}) {
  const actor = await readActor();
  if (actor) redirect(homeOf(actor.role));
  const t = await getTranslations("signIn");
  const { language } = await searchParams;
  const chosenLocale = language === "en" || language === "es" ? language : null;
  return (
    <ClientMessages namespaces={["signIn"]}>
      <EntryFrame
        aside={<EntryAside chosenLocale={chosenLocale} personas={await demoPersonas()} />}
        foot={<LocaleSwitch action={chooseEntryLanguage} />}
      >
        <TidyPhone />
        <h1 className="text-32 font-title tracking-tight">{t("title")}</h1>
        <p className="mb-5 text-16 text-ink-2">{t("who")}</p>
        <WaitingHere />
        <SignInForm chosenLocale={chosenLocale} />
      </EntryFrame>
    </ClientMessages>
  );
}
