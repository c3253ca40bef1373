"use client";

import { createTranslator, useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { poundsOf } from "@/components/clinical/dosage-parts";
import { shortDecimal } from "@/lib/i18n/decimals";
import { writtenDate } from "@/lib/i18n/written-date";
import { formats } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locale";
import { isGrant, type DecisionOutcome } from "@/lib/schemas/clearance";
import type en from "@/messages/en.json";
import { kilosTyped, type FormValues, type LineInfo, type LineValues, type MassUnit } from "./decision-values";

export type PatientReads = (typeof en)["clearances"]["patientReads"];

/** The decision in the patient's words and language, while it is typed. */
export function WhatThePatientReads({
  at,
  line,
  massUnit,
  outcome,
  patientReads,
}: {
  at: number;
  line: LineInfo;
  massUnit: MassUnit;
  outcome: DecisionOutcome | null;
  patientReads: PatientReads;
}) {
  const t = useTranslations("clearances.decide");
  const { control } = useFormContext<FormValues>();
  const values = useWatch({ control, name: `lines.${at}` });
  if (outcome === null) return <p className="text-ink-3">{t("choose")}</p>;
  if (outcome === "returned") return <p>{t("returnedReads", { name: line.askedBy })}</p>;
  const sentences = isGrant(outcome)
    ? grantSentences(line, { ...values, outcome }, massUnit, patientReads)
    : [refusalSentence(line, outcome === "revoked", patientReads)];
  return (
    <p>
      <strong className="font-semibold">{t("patientReads")}</strong>{" "}
      <span lang={line.patient.locale}>“{sentences.join(" ")}”</span>
    </p>
  );
}

function translatorOf(locale: Locale, messages: PatientReads) {
  return createTranslator({ locale, messages, formats, timeZone: "UTC" });
}

function grantSentences(
  { subject, time, patient: { locale } }: LineInfo,
  values: LineValues,
  massUnit: MassUnit,
  messages: PatientReads,
): string[] {
  const t = translatorOf(locale, messages);
  const { outcome, fromDay, untilDay, reviewOn, maxMinutes, load, wordsForPatient } = values;
  const date = (day: string) => writtenDate(locale, day, "dayMonthWords");
  const sentence = subject.patientName?.[locale] ?? subject.name[locale];
  const isWhole = subject.kind === "key" && subject.patientName !== null;
  const parts = [isWhole ? sentence : t("yes", { activity: sentence })];
  if (fromDay) parts.push(fromDay <= time.today ? t("today") : t("from", { date: date(fromDay) }));
  if (outcome === "limited" && isNumber(maxMinutes)) parts.push(t("minutes", { n: maxMinutes }));
  const kilos = kilosTyped(load, massUnit);
  if (outcome === "limited" && isNumber(kilos)) {
    parts.push(t("kilos", { kilos: shortDecimal(kilos), pounds: poundsOf(kilos) }));
  }
  if (wordsForPatient) parts.push(wordsForPatient);
  if (untilDay) parts.push(t("until", { date: date(untilDay) }));
  if (reviewOn) parts.push(t("review", { date: date(reviewOn) }));
  return parts;
}

function refusalSentence({ subject, patient: { locale } }: LineInfo, isStop: boolean, messages: PatientReads): string {
  const t = translatorOf(locale, messages);
  const activity = (subject.kind === "key" ? null : subject.patientName?.[locale]) ?? subject.name[locale];
  return isStop ? t("stop", { activity }) : t("notYet", { activity });
}

/** A field that is being typed may hold anything; a limit of nothing is none. */
function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value > 0;
}
