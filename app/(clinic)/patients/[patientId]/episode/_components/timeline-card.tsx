import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/small-parts";
import type { EpisodePage } from "@/lib/records/episodes/load-episode";
import { PhaseStartsTable } from "./phase-starts-table";
import { SuggestionTable } from "./suggestion-table";
import { TimelineForm } from "./timeline-form";

/** How much later the timeline runs, what speaks for it, what moves, and who decided it why. Only the surgeon's page has the form. */
export function TimelineCard({
  page,
  patientId,
  canSet,
  timeZone,
}: {
  page: EpisodePage;
  patientId: string;
  canSet: boolean;
  timeZone: string;
}) {
  const t = useTranslations("episode.timeline");
  const format = useFormatter();
  const locale = useLocale();
  const { shiftDays, modifiers, protocols, timelineChanges } = page;
  const labels = new Map(modifiers.map(({ id, label }) => [id, label[locale]]));
  return (
    <Card note={t("as", { days: shiftDays })} title={t("title")}>
      <div className="grid gap-4">
        {canSet && page.isOpen ? (
          <TimelineForm
            conditions={page.conditions}
            factors={page.factors}
            levels={page.levels}
            modifiers={modifiers}
            patientId={patientId}
            protocols={protocols}
            shiftDays={shiftDays}
            version={page.version}
          />
        ) : (
          <>
            <p className="text-ink-2">{t("surgeonOnly")}</p>
            <SuggestionTable healing={page} modifiers={modifiers} />
            <PhaseStartsTable from={shiftDays} protocols={protocols} to={shiftDays} />
          </>
        )}
        {timelineChanges.length === 0 ? (
          <p className="text-ink-3">{t("none")}</p>
        ) : (
          <Disclosure isOpen summary={t("history")}>
            <ul className="grid gap-2">
              {timelineChanges.map((change) => (
                <li key={change.id}>
                  <span className="font-semibold">{t("decision", { days: change.shiftDays })}</span> {change.reason}
                  <div className="text-12 text-ink-3">
                    {t("decided", {
                      name: change.by,
                      date: format.dateTime(new Date(change.at), "dayTime", { timeZone }),
                    })}
                    {change.factors.length === 0
                      ? null
                      : ` · ${t("basedOn", { names: change.factors.map((id) => labels.get(id) ?? id).join(", ") })}`}
                  </div>
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
      </div>
    </Card>
  );
}
