"use client";

import { useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { Button } from "@/components/ui/button";

/** Says that this part failed and gives a reference; what went wrong stays on the server. */
export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations("errors.failed");
  return (
    <div className="mx-auto grid max-w-patient justify-items-start gap-4 px-4 py-12" data-audience="entry" role="alert">
      <h1 className="text-26 font-bold tracking-tight">{t("title")}</h1>
      <p className="text-ink-2">{t("body")}</p>
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={reset} variant="primary">
          {t("again")}
        </Button>
        <AppLink className="link inline-flex min-h-11 items-center" href="/">
          {t("home")}
        </AppLink>
      </div>
      {error.digest === undefined ? null : <p className="text-ink-3">{t("reference", { code: error.digest })}</p>}
    </div>
  );
}
