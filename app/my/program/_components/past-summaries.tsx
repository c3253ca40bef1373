import { useFormatter, useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { Card } from "@/components/ui/card";
import type { OwnProgram } from "@/lib/records/today/load-own-program";
import { useText } from "../../_components/words";

/** Summaries of treatments before this one. */
export function PastSummaries({ past }: Pick<OwnProgram, "past">) {
  const t = useTranslations("myProgram");
  const format = useFormatter();
  const text = useText();
  if (past.length === 0) return null;
  return (
    <Card title={t("past")}>
      <ul>
        {past.map(({ episodeId, endedOn, protocol }) => (
          <li key={episodeId}>
            <AppLink className="link inline-flex min-h-11 items-center" href={`/my/program/summary/${episodeId}`}>
              {t("pastOne", { name: text(protocol), date: format.dateTime(new Date(endedOn), "dateWords") })}
            </AppLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}
