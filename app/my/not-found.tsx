"use client";

import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { PatientFrame } from "./_components/patient-frame";

/**
 * Also for what belongs to somebody else: what may not be seen does not exist. A client component: of a server component Next writes all that it shows
 * into every page of the patient.
 */
export default function PatientNotFound() {
  const t = useTranslations("errors.notFound");
  return (
    <PatientFrame current="today">
      <title>{`${t("title")} · Phasewise`}</title>
      <h1 className="pt-4 text-26 font-bold tracking-tight">{t("title")}</h1>
      <p>{t("body")}</p>
      <LinkButton href="/my/today" isWide variant="primary">
        {t("action")}
      </LinkButton>
    </PatientFrame>
  );
}
