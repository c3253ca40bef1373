"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

/** Says that this part failed, that nothing is lost, and how to go on. */
export default function PatientPageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations("patient.failed");
  const reference = useTranslations("errors.failed");
  return (
    <main className="mx-auto grid max-w-patient gap-4 px-4 py-8 text-18" data-audience="patient" id="main">
      <div className="grid gap-2" role="alert">
        <h1 className="text-26 font-bold tracking-tight">{t("title")}</h1>
        <p>{t("body")}</p>
      </div>
      <Button isWide onClick={reset} variant="primary">
        {t("again")}
      </Button>
      <a className="link flex min-h-11 items-center justify-center" href="/my/today">
        {reference("home")}
      </a>
      {error.digest === undefined ? null : (
        <p className="text-16 text-ink-3">{reference("reference", { code: error.digest })}</p>
      )}
    </main>
  );
}
