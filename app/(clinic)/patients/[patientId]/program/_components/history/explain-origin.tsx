import { useFormatter, useLocale, useTranslations } from "next-intl";
import { DosageLine } from "@/components/clinical/dosage-cells";
import { Card } from "@/components/ui/card";
import type { LineExplanation } from "@/lib/records/programs/explain-line";
import { Differences } from "./change-list";

/** The template's line, then every revision that changed it, by whom and with which reason. */
export function ExplainOrigin({ line, timeZone }: { line: LineExplanation; timeZone: string }) {
  const t = useTranslations("program.explain");
  const locale = useLocale();
  const format = useFormatter();
  const { template, origin, steps } = line;
  const published = template.publishedAt;
  return (
    <Card title={t("origin")}>
      <ol className="grid gap-3 border-s-2 border-line ps-4">
        <li>
          <p className="font-semibold">
            {t("template", {
              title: template.title[locale],
              version: template.number,
              date: published === null ? "none" : format.dateTime(new Date(published), "dayYear"),
            })}
          </p>
          {origin === null ? (
            <p>{t("notOfTemplate")}</p>
          ) : (
            <p>
              {t("templateLine", { starting: origin.starting ? "yes" : "no", n: origin.phase })}{" "}
              <span className="text-ink-2">
                <DosageLine dosage={origin.dosage} />
              </span>
            </p>
          )}
        </li>
        {steps.map(({ number, signedName, signedAt, before, after, keys }) => (
          <li key={number}>
            <p className="font-semibold">
              {t("step", {
                number,
                name: signedName,
                at: format.dateTime(new Date(signedAt), "dayTime", { timeZone }),
              })}
            </p>
            {before === null ? (
              <p>
                {t("added")}{" "}
                <span className="text-ink-2">
                  <DosageLine dosage={after.dosage} />
                </span>
              </p>
            ) : keys.length === 0 ? (
              <p>{t("taken")}</p>
            ) : (
              <Differences change={{ kind: "both", before, after, keys }} />
            )}
            {after.overrideReason === null || keys.includes("overrideReason") ? null : (
              <p className="text-ink-2">{t("reason", { text: after.overrideReason })}</p>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}
