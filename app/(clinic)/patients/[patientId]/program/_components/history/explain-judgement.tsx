import { useFormatter, useTranslations } from "next-intl";
import type { SourceTitles } from "@/components/clinical/finding-line";
import { FindingList } from "@/components/clinical/finding-list";
import { TriageBadge } from "@/components/clinical/status-badges";
import { AppLink } from "@/components/ui/app-link";
import { Card } from "@/components/ui/card";
import type { LineExplanation } from "@/lib/records/programs/explain-line";
import { useAuthorWords } from "./override-author";

/** The findings that stood at the signature, with the override's reason, and by which numbers they were found. */
export function ExplainFindings({
  line,
  sources,
  timeZone,
}: {
  line: LineExplanation;
  sources: SourceTitles;
  timeZone: string;
}) {
  const t = useTranslations("program.explain");
  const format = useFormatter();
  const { settings, findings } = line;
  const reason = line.line.overrideReason;
  const authorWords = useAuthorWords(timeZone);
  return (
    <Card title={t("findings")}>
      {findings.length === 0 ? <p>{t("noFindings")}</p> : null}
      <FindingList
        findings={findings}
        reason={reason === null ? undefined : { text: reason, by: authorWords(line.author) }}
        sources={sources}
      />
      <p className="mt-2 text-ink-2">
        {settings === null
          ? t("shipped")
          : t("settings", {
              number: settings.number,
              at: format.dateTime(new Date(settings.at), "dayTime", { timeZone }),
              by: settings.by,
              reason: settings.reason,
            })}{" "}
        <AppLink className="link-alone" href="/settings">
          {t("settingsLink")}
        </AppLink>
      </p>
    </Card>
  );
}

/** The check-ins whose results decide whether work may grow, as they stood at the signature. */
export function ExplainCheckIns({ line, patientId }: { line: LineExplanation; patientId: string }) {
  const t = useTranslations("program.explain");
  const format = useFormatter();
  return (
    <Card title={t("checkIns")}>
      <p className="text-ink-2">{t(line.checkIns.length === 0 ? "noCheckIns" : "checkInsNote")}</p>
      <ul className="divide-y divide-line">
        {line.checkIns.map(({ id, onDay, stage, level }) => (
          <li className="flex flex-wrap items-center gap-x-3 py-1.5" key={id}>
            <TriageBadge level={level} />
            <span>
              {format.dateTime(new Date(onDay), "weekday")}, {t(`stages.${stage}`)}
            </span>
          </li>
        ))}
      </ul>
      <AppLink className="link-alone mt-1" href={`/patients/${patientId}/check-ins`}>
        {t("checkInsLink")}
      </AppLink>
    </Card>
  );
}
