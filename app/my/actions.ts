"use server";

import { redirect } from "next/navigation";
import { readActor } from "@/lib/access/read-actor";
import { formOf } from "@/lib/form-data";
import { isLocale } from "@/lib/i18n/locale";
import { rememberLocale } from "@/lib/i18n/preferences";
import { chooseLanguage } from "@/lib/records/people/choose-language";

/** The language switch of a patient's page: this device and the account remember it, the same page answers in it. */
export async function chooseOwnLanguage(form: unknown): Promise<void> {
  const actor = await readActor();
  if (!actor) redirect("/sign-in");
  const locale = formOf(form).get("locale");
  if (!isLocale(locale)) return;
  await chooseLanguage(actor, locale);
  await rememberLocale(locale);
}
