import type { useTranslations } from "next-intl";
import { halfPoundsOf } from "@/components/clinical/dosage-parts";
import type { BannerPatient } from "@/components/clinical/patient-banner";
import type { RestrictionTerms } from "@/lib/clinical/restriction-strictness";
import { regionWords, restrictionWords } from "@/lib/clinical/words";
import type { Locale } from "@/lib/i18n/locale";
import type { PatientHead } from "@/lib/records/patients/load-banner";
import { holdCauses } from "@/lib/schemas/hold";
import { procedureInWords } from "../../../_components/procedure-words";

type Words = ReturnType<typeof useTranslations<"patientRecord">>;

/** The head of a patient as the banner prints it. */
export function bannerOf(head: PatientHead, massUnit: "kg" | "lb", t: Words, locale: Locale): BannerPatient {
  const { phase, hold, isRedFlag } = head;
  return {
    name: head.name,
    ageYears: head.ageYears,
    bornOn: head.bornOn,
    mrn: head.mrn,
    language: head.locale,
    episode: { title: procedureInWords(head, t), detail: `${head.technique}, ${head.surgeonName}` },
    day: head.day,
    anchor: head.anchor,
    anchorOn: head.anchorOn,
    daysAfterProcedure: head.daysAfterProcedure,
    phase: phase === null ? null : { ...phase, name: phase.name[locale], since: phase.since ?? undefined },
    restrictions: head.restrictions.map((restriction) => ({
      text: restrictionInWords(restriction, massUnit, t, locale),
      end: restriction,
    })),
    hold:
      hold === null
        ? { kind: "none", lastOn: head.lastHoldOn ?? undefined }
        : {
            kind: isRedFlag ? "red-flag" : hold.isSuspension ? "suspended" : "on-hold",
            cause: hold.ruleName?.[locale] ?? causeInWords(hold.cause, t),
            since: hold.since,
          },
  };
}

/** "Lift up to 4.5 kg", "No bending (lumbar)": in the clinic's unit of mass. */
export function restrictionInWords(
  { kind, kg, minutes, region }: Pick<RestrictionTerms, "kind" | "kg" | "minutes" | "region">,
  massUnit: "kg" | "lb",
  t: Words,
  locale: Locale,
): string {
  if (kind === "lift-limit" && kg !== null) {
    const mass = massUnit === "kg" ? kg : halfPoundsOf(kg);
    return t("restriction.lift", { mass, unit: massUnit });
  }
  if (kind === "sit-limit" && minutes !== null) return t("restriction.sit", { minutes });
  const words = restrictionWords[kind][locale];
  const named = kind === "driving" ? t("restriction.driving") : words;
  return `${named.charAt(0).toUpperCase()}${named.slice(1)}${region ? ` (${regionWords[region][locale]})` : ""}`;
}

/** A cause that is no rule: the one that the product knows, or why a clinician holds a program. */
export function causeInWords(cause: string, t: Words): string {
  const known = holdCauses.find((one) => one === cause);
  if (known) return t(`cause.${known}`);
  return cause === "unanswered" ? t("alert.unanswered") : cause;
}
