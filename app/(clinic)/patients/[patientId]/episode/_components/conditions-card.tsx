import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Disclosure, Tag } from "@/components/ui/small-parts";
import type { Condition } from "@/lib/clinical/facts";
import type { EpisodePage } from "@/lib/records/episodes/load-episode";
import { conditionEntries } from "@/lib/records/library/names";
import { ConditionsForm } from "./conditions-form";

/** The coded conditions, the way to record them, and who recorded what when. */
export function ConditionsCard({
  page,
  patientId,
  timeZone,
}: {
  page: EpisodePage;
  patientId: string;
  timeZone: string;
}) {
  const t = useTranslations("episode.conditions");
  const format = useFormatter();
  const locale = useLocale();
  const nameOf = (condition: Condition) =>
    conditionEntries.find(({ code }) => code === condition)?.label[locale] ?? condition;
  const { conditions, conditionChanges } = page;
  return (
    <Card title={t("title")}>
      {conditions.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
      <ul className="flex flex-wrap gap-1.5">
        {conditions.map((condition) => (
          <li key={condition}>
            <Tag>{nameOf(condition)}</Tag>
          </li>
        ))}
      </ul>
      {page.isOpen ? (
        <ConditionsForm
          conditions={conditionEntries}
          patientId={patientId}
          recorded={conditions}
          version={page.version}
        />
      ) : null}
      {conditionChanges.length === 0 ? null : (
        <Disclosure summary={t("history")}>
          <ul className="grid gap-1.5">
            {conditionChanges.map(({ id, by, at, conditions: named }) => (
              <li key={id}>
                {named.length === 0 ? t("emptied") : named.map(nameOf).join(", ")}
                <div className="text-12 text-ink-3">
                  {by}, {format.dateTime(new Date(at), "dayTime", { timeZone })}
                </div>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Card>
  );
}
