"use client";

import { createTranslator, useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { poundsOf } from "@/components/clinical/dosage-parts";
import { shortDecimal } from "@/lib/i18n/decimals";
import { formats } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locale";
import type { ClearanceDetail } from "@/lib/records/clearances/clearance-detail";
import { isGrant, type DecisionOutcome } from "@/lib/schemas/clearance";
import type en from "@/messages/en.json";
import type { DecisionValues } from "./decision-values";

export type PatientReads = (typeof en)["clearances"]["patientReads"];

/** The decision in the patient's words and language, while it is typed. */
export function WhatThePatientReads({ detail, patientReads }: { detail: ClearanceDetail; patientReads: PatientReads }) {
  const t = useTranslations("clearances.decide");
  const { control } = useFormContext<DecisionValues>();
  const values = useWatch({ control });
  const outcome: DecisionOutcome | null = values.outcome ?? null;
  if (outcome === null) return <p className="text-ink-3">{t("choose")}</p>;
  if (outcome === "returned") return <p>{t("returnedReads", { name: detail.evidence.asked.by })}</p>;
  const sentences = isGrant(outcome)
    ? grantSentences(detail, values, patientReads)
    : [refusalSentence(detail, outcome === "revoked", patientReads)];
  return (
    <p aria-live="polite">
      <strong className="font-semibold">{t("patientReads")}</strong>{" "}
      <span lang={detail.patient.locale}>“{sentences.join(" ")}”</span>
    </p>
  );
}

function translatorOf(locale: Locale, messages: PatientReads) {
  return createTranslator({ locale, messages, formats, timeZone: "UTC" });
}

function grantSentences(
  { subject, evidence, patient: { locale } }: ClearanceDetail,
  values: Partial<DecisionValues>,
  messages: PatientReads,
): string[] {
  const t = translatorOf(locale, messages);
  const { outcome, fromDay, untilDay, reviewOn, maxMinutes, maxKg, wordsForPatient } = values;
  const date = (day: string) =>
    new Intl.DateTimeFormat(locale, { ...formats.dateTime.dayMonthWords, timeZone: "UTC" }).format(new Date(day));
  const sentence = subject.patientName?.[locale] ?? subject.name[locale];
  const isWhole = evidence.subject.kind === "key" && subject.patientName !== null;
  const parts = [isWhole ? sentence : t("yes", { activity: sentence })];
  if (fromDay) parts.push(fromDay <= evidence.time.today ? t("today") : t("from", { date: date(fromDay) }));
  if (outcome === "limited" && isNumber(maxMinutes)) parts.push(t("minutes", { n: maxMinutes }));
  if (outcome === "limited" && isNumber(maxKg)) {
    parts.push(t("kilos", { kilos: shortDecimal(maxKg), pounds: poundsOf(maxKg) }));
  }
  if (wordsForPatient) parts.push(wordsForPatient);
  if (untilDay) parts.push(t("until", { date: date(untilDay) }));
  if (reviewOn) parts.push(t("review", { date: date(reviewOn) }));
  return parts;
}

function refusalSentence(
  { subject, evidence, patient: { locale } }: ClearanceDetail,
  isStop: boolean,
  messages: PatientReads,
): string {
  const t = translatorOf(locale, messages);
  const isKey = evidence.subject.kind === "key";
  const activity = (isKey ? null : subject.patientName?.[locale]) ?? subject.name[locale];
  return isStop ? t("stop", { activity }) : t("notYet", { activity });
}

/** A field that is being typed may hold anything. */
function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}
