import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/link-button";
import { CallLinks } from "../../my/_components/call-links";

/** What cannot be shown here and why, whom to call, and the way on. */
export function OfflineMessage({
  title,
  children,
  clinic,
  hasWayToToday = true,
}: {
  title: string;
  children: ReactNode;
  /** Null: this phone knows no numbers. */
  clinic: { phone: string; emergencyNumber: string } | null;
  hasWayToToday?: boolean;
}) {
  const t = useTranslations("patient.offline");
  return (
    <>
      <title>{`${title} · Phasewise`}</title>
      <h1 className="pt-4 text-26 font-bold tracking-tight">{title}</h1>
      <div className="grid gap-2">{children}</div>
      {clinic === null ? <p>{t("shellNoneCall")}</p> : null}
      {hasWayToToday ? (
        <LinkButton href="/my/today" isWide variant="primary">
          {t("shellToday")}
        </LinkButton>
      ) : null}
      {clinic === null ? null : <CallLinks emergencyNumber={clinic.emergencyNumber} phone={clinic.phone} />}
    </>
  );
}
