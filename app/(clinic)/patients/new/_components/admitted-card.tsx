"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import type { Admitted } from "@/lib/records/patients/admit-patient";

/** What the therapist hands over: the first password is shown here and nowhere again. */
export function AdmittedCard({ admitted, name }: { admitted: Admitted; name: string }) {
  const t = useTranslations("admission");
  const heading = useRef<HTMLParagraphElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Card title={t("admitted", { name })}>
      <p className="outline-none" ref={heading} tabIndex={-1}>
        {t("handOver")}
      </p>
      <dl className="my-3 grid w-fit grid-cols-[auto_auto] gap-x-4 gap-y-1 text-16">
        <dt className="text-ink-2">{t("fields.identity.signInName")}</dt>
        <dd className="font-semibold">{admitted.signInName}</dd>
        <dt className="text-ink-2">{t("firstPassword")}</dt>
        <dd className="font-semibold tabular-nums">{admitted.firstPassword}</dd>
      </dl>
      <LinkButton href={`/patients/${admitted.patientId}/program`} variant="primary">
        {t("toProgram")}
      </LinkButton>
    </Card>
  );
}
