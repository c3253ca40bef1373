import { createTranslator } from "next-intl";
import { differingKeys, type LineKey } from "@/lib/draft/compare-lines";
import type { PatientChange } from "@/lib/draft/changes-for-patient";
import type { LineDosage } from "@/lib/draft/draft";
import { shortDecimal } from "@/lib/i18n/decimals";
import { formats } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locale";
import { weekdaysInWords } from "@/lib/clinical/words";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import { applies, poundsOf } from "./dosage-parts";

/** The words of the patient's language, which on a clinician's page is not the page's. */
export function changeWords(locale: Locale) {
  const messages = locale === "en" ? en.patient.changes : es.patient.changes;
  return createTranslator({ locale, messages, formats, timeZone: "UTC" });
}
type Words = ReturnType<typeof changeWords>;

/** A change in the patient's words, one thought a sentence: "Walking: now 15 minutes, was 10". */
export function changeSentences(locale: Locale, change: PatientChange, name: string): string[] {
  const t = changeWords(locale);
  if (change.kind !== "changed") return [t(`shown.${change.kind}`, { name })];
  const { before, after } = change;
  const keys = new Set(differingKeys(before, after));
  const told = [doseSentence(t, name, keys, before.dosage, after.dosage)];
  for (const key of ["holdSec", "restSec", "rpeMax"] as const) {
    if (keys.has(key)) told.push(numberSentence(t, name, key, before.dosage[key], after.dosage[key]));
  }
  if (keys.has("loadKg")) told.push(loadSentence(t, name, before.dosage.loadKg, after.dosage.loadKg));
  if (keys.has("perDay") && applies(after.dosage.perDay)) {
    told.push(t("perDay", { name, now: after.dosage.perDay, was: was(before.dosage.perDay) }));
  }
  told.push(weekSentence(t, locale, name, keys, before.dosage, after.dosage));
  if (keys.has("side") && after.dosage.side !== null) told.push(t(`side.${after.dosage.side}`, { name }));
  if (keys.has("noteToPatient"))
    told.push(t(`noteToPatient.${after.noteToPatient === null ? "gone" : "new"}`, { name }));
  return told.filter((sentence) => sentence !== null);
}

const none = "none";

function was(value: number | null): string {
  return applies(value) ? shortDecimal(value) : none;
}

/** How long, or how many sets of how many. */
function doseSentence(t: Words, name: string, keys: ReadonlySet<LineKey>, before: LineDosage, now: LineDosage) {
  const { durationMin, sets, reps } = now;
  if (keys.has("durationMin") && applies(durationMin)) {
    return t("minutes", { name, now: durationMin, was: was(before.durationMin) });
  }
  if (!keys.has("sets") && !keys.has("reps")) return null;
  if (applies(durationMin)) return applies(sets) ? t("sets", { name, now: sets, was: was(before.sets) }) : null;
  if (applies(sets) && applies(reps)) {
    const both = applies(before.sets) && applies(before.reps);
    const earlier = both ? t("setsRepsOf", { sets: before.sets ?? 0, reps: before.reps ?? 0 }) : none;
    return t("setsReps", { name, sets, reps, was: earlier });
  }
  if (applies(reps)) return t("reps", { name, now: reps, was: was(before.reps) });
  return applies(sets) ? t("sets", { name, now: sets, was: was(before.sets) }) : null;
}

function numberSentence(
  t: Words,
  name: string,
  key: "holdSec" | "restSec" | "rpeMax",
  before: number | null,
  now: number | null,
) {
  return applies(now) ? t(key, { name, now, was: was(before) }) : t(`dropped.${key}`, { name });
}

function loadSentence(t: Words, name: string, before: number | null, now: number | null) {
  if (!applies(now)) return t("dropped.loadKg", { name });
  return t("loadKg", { name, kilos: shortDecimal(now), pounds: poundsOf(now), was: was(before) });
}

/** On which days; else on how many. */
function weekSentence(
  t: Words,
  locale: Locale,
  name: string,
  keys: ReadonlySet<LineKey>,
  before: LineDosage,
  { weekdays, perWeek }: LineDosage,
) {
  if (keys.has("weekdays")) {
    return weekdays ? t("weekdays", { name, days: weekdaysInWords(weekdays)[locale] }) : t("anyDay", { name });
  }
  return keys.has("perWeek") && applies(perWeek)
    ? t("perWeek", { name, now: perWeek, was: was(before.perWeek) })
    : null;
}
