import { useTranslations } from "next-intl";
import type { SessionPart } from "@/components/shell/patient-shell";
import { AppLink } from "@/components/ui/app-link";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import type { Today } from "@/lib/records/today/load-today";
import { isMarked } from "./part-of-session";

/** What to answer next: before the exercises, right after them, or some hours later. */
export function CheckInCard({ part, today }: { part: SessionPart; today: Today }) {
  const t = useTranslations("patient.today");
  if (part === "checkIn") {
    return (
      <Card title={t("checkInTitle")}>
        <p className="mb-3">{t(today.lines.length > 0 ? "checkInBody" : "checkInOnly")}</p>
        <LinkButton href="/my/today/check-in" isWide variant="primary">
          {t("checkIn")}
        </LinkButton>
      </Card>
    );
  }
  const has = (stage: string) => today.checkIns.some((checkIn) => checkIn.stage === stage);
  const asksAfter = today.lines.some(isMarked) && !has("after");
  if (asksAfter) {
    return (
      <Card title={t("afterTitle")}>
        <p className="mb-3">{t("afterBody")}</p>
        <LinkButton
          href="/my/today/check-in?stage=after"
          isWide
          variant={part === "afterwards" ? "primary" : "secondary"}
        >
          {t("after")}
        </LinkButton>
      </Card>
    );
  }
  if (has("after") && !has("follow-up")) {
    return (
      <Card title={t("later")}>
        {part === "afterwards" ? <p className="mb-2 font-semibold">{t("allDone")}</p> : null}
        <p className="mb-3">{t("laterBody")}</p>
        <LinkButton href="/my/today/check-in?stage=follow-up" isWide>
          {t("later")}
        </LinkButton>
      </Card>
    );
  }
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-16 text-ink-2">
      {t("checkedIn")}
      <AppLink className="link inline-flex min-h-11 items-center" href="/my/today/check-in">
        {t("checkAgain")}
      </AppLink>
    </p>
  );
}
