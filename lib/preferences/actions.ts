"use server";

import { revalidatePath } from "next/cache";
import { readActor } from "@/lib/access/read-actor";
import { formOf } from "@/lib/form-data";
import { rememberLocale, rememberTheme } from "@/lib/i18n/preferences";
import { chooseLanguage } from "@/lib/records/people/choose-language";
import { languageSchema } from "@/lib/schemas/sign-in";

/** Answers the language switch: this device, and the account of somebody who is signed in. Unknown languages are ignored. */
export async function switchLanguage(form: unknown): Promise<void> {
  const given = languageSchema.safeParse({ locale: formOf(form).get("locale") });
  if (!given.success) return;
  await rememberLocale(given.data.locale);
  const actor = await readActor();
  if (actor) await chooseLanguage(actor, given.data.locale);
  revalidatePath("/", "layout");
}

/** Answers the theme switch on this device; unknown themes are ignored. */
export async function switchTheme(form: unknown): Promise<void> {
  await rememberTheme(formOf(form).get("theme"));
  revalidatePath("/", "layout");
}
