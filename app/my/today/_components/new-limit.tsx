import { useFormatter, useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { Notice } from "@/components/ui/notice";
import type { Today } from "@/lib/records/today/load-today";

/** A restriction of the last days: what it meets is gone from the list, and is not named. */
export function NewLimit({ limit: { by, at }, timeZone }: { limit: NonNullable<Today["newLimit"]>; timeZone: string }) {
  const t = useTranslations("patient.today.newLimit");
  const format = useFormatter();
  const date = format.dateTime(new Date(at), { timeZone, month: "long", day: "numeric" });
  return (
    <Notice
      actions={
        <AppLink className="link inline-flex min-h-11 items-center" href="/my/allowed">
          {t("link")}
        </AppLink>
      }
      title={t("title", { name: by, date })}
    >
      {t("body")}
    </Notice>
  );
}
