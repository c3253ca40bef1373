"use server";

import { redirect } from "next/navigation";
import { homeOf, readActor } from "@/lib/access/read-actor";
import { formOf } from "@/lib/form-data";
import { isLocale } from "@/lib/i18n/locale";
import { rememberLocale } from "@/lib/i18n/preferences";

/**
 * The first step after signing in: the pages speak the account's language, or the one just chosen on the sign-in page, and the role's own home
 * opens.
 */
export async function begin(chosenLocale: string | null): Promise<void> {
  const actor = await readActor();
  if (!actor) redirect("/sign-in");
  await rememberLocale(isLocale(chosenLocale) ? chosenLocale : actor.locale);
  redirect(homeOf(actor.role));
}

/** The language switch of the sign-in page; a choice made here outlives the signing in. */
export async function chooseEntryLanguage(form: unknown): Promise<void> {
  const locale = formOf(form).get("locale");
  if (!isLocale(locale)) redirect("/sign-in");
  await rememberLocale(locale);
  redirect(`/sign-in?language=${locale}`);
}
