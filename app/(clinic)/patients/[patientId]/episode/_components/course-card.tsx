import { useFormatter, useLocale, useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import type { EpisodePage } from "@/lib/records/episodes/load-episode";

/** The way to the end of the episode and to a new one, and the earlier ones with their summaries. */
export function CourseCard({
  page,
  patientId,
  mayEnd,
  mayOpen,
}: {
  page: EpisodePage;
  patientId: string;
  mayEnd: boolean;
  mayOpen: boolean;
}) {
  const t = useTranslations("episodeEnd");
  const format = useFormatter();
  const locale = useLocale();
  const day = (on: string) => format.dateTime(new Date(on), "dayYear");
  return (
    <Card title={t("card.title")}>
      <div className="grid gap-3">
        {page.isOpen ? <p className="text-ink-2">{t("card.body")}</p> : null}
        <div className="flex flex-wrap gap-2 empty:hidden">
          {page.isOpen && mayEnd ? (
            <LinkButton href={`/patients/${patientId}/episode/end`}>{t("card.end")}</LinkButton>
          ) : null}
          {page.isOpen && mayOpen ? (
            <LinkButton href={`/patients/${patientId}/episode/next`}>{t("card.next")}</LinkButton>
          ) : null}
        </div>
        <div>
          <h3 className="text-14 font-semibold">{t("card.past")}</h3>
          {page.past.length === 0 ? <p className="text-ink-2">{t("card.none")}</p> : null}
          <ul className="divide-y divide-line">
            {page.past.map(({ episodeId, kind, endedOn, protocol, procedureOn }) => (
              <li className="py-1.5" key={episodeId}>
                <AppLink className="link font-medium" href={`/patients/${patientId}/episode/summary/${episodeId}`}>
                  {protocol[locale]}, {day(procedureOn)}
                </AppLink>
                <div className="text-12 text-ink-3">
                  {t(`kinds.${kind}`)} · {t("card.ended", { date: day(endedOn) })}
                </div>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </Card>
  );
}
