"use server";

import { revalidatePath } from "next/cache";
import { readActor } from "@/lib/access/read-actor";
import { rememberLocale, rememberTheme } from "@/lib/i18n/preferences";
import { chooseLanguage } from "@/lib/records/people/choose-language";
import { languageSchema } from "@/lib/schemas/sign-in";

/** Answers the language switch: this device, and the account of somebody who is signed in. Unknown languages are ignored. */
export async function switchLanguage(form: FormData): Promise<void> {
  const given = languageSchema.safeParse({ locale: form.get("locale") });
  if (!given.success) return;
  await rememberLocale(given.data.locale);
  const actor = await readActor();
  if (actor) await chooseLanguage(actor, given.data.locale);
  revalidatePath("/", "layout");
}

/** Answers the theme switch on this device; unknown themes are ignored. */
export async function switchTheme(form: FormData): Promise<void> {
  await rememberTheme(form.get("theme"));
  revalidatePath("/", "layout");
}
