import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import type { EpisodePage } from "@/lib/records/episodes/load-episode";
import { levelsInWords, procedureInWords } from "../../../../_components/procedure-words";

/** What was treated, by whom and when, and what the days count from. */
export function TreatmentCard({ page, timeZone }: { page: EpisodePage; timeZone: string }) {
  const t = useTranslations("episode.treatment");
  const record = useTranslations("patientRecord");
  const format = useFormatter();
  const locale = useLocale();
  const date = (day: string) => format.dateTime(new Date(day), "dayYear");
  const { daysAfterProcedure: days, pathwayStart } = page;
  const ago = days < 0 ? t("ahead", { days: -days }) : t("ago", { days, weeks: Math.floor(days / 7), rest: days % 7 });
  const week = t("pathwayWeek", { week: Math.floor(page.day / 7) + 1 });
  return (
    <Card title={t("title")}>
      {page.isOpen ? null : <p className="mb-3 font-medium text-warn-ink">{t("ended")}</p>}
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5">
        <Fact name={t("procedure")}>{procedureInWords({ ...page, levels: [] }, record)}</Fact>
        <Fact name={t("levels")}>{levelsInWords(page.levels)}</Fact>
        <Fact name={t("technique")}>{page.technique}</Fact>
        <Fact name={t("surgeon")}>{page.surgeonName}</Fact>
        <Fact name={t("date")}>
          {date(page.procedureOn)} <span className="text-ink-3">{ago}</span>
        </Fact>
        {pathwayStart === null ? null : (
          <Fact name={t("pathway")}>
            {date(pathwayStart)} {page.day < 0 ? null : <span className="text-ink-3">{week}</span>}
          </Fact>
        )}
        <Fact name={t("protocol")}>{page.protocols[0]?.title[locale]}</Fact>
        <Fact name={t("opened")}>{format.dateTime(new Date(page.openedAt), "dayYear", { timeZone })}</Fact>
      </dl>
    </Card>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
