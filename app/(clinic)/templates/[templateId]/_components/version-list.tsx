import { useFormatter, useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { Disclosure } from "@/components/ui/small-parts";
import type { TemplateVersionShown } from "@/lib/records/templates/load-template-page";
import { LessStrictPoints } from "../../_components/less-strict-points";

/** Who published which version when and why; what it is less strict in, with the reason. */
export function VersionList({
  versions,
  templateId,
  timeZone,
}: {
  versions: readonly TemplateVersionShown[];
  templateId: string;
  timeZone: string;
}) {
  const t = useTranslations("templates.history");
  const format = useFormatter();
  return (
    <ol className="divide-y divide-line border-t border-line">
      {versions.map((version) => {
        const { id, number, note, publishedName, isGenuine, lessStrict, lessStrictReason } = version;
        const at = format.dateTime(new Date(version.publishedAt), "dayYear", { timeZone });
        return (
          <li className="grid gap-1 px-4 py-3" key={id}>
            <p className="flex flex-wrap items-baseline gap-x-3">
              <strong>{t("version", { number })}</strong>
              <span className="text-ink-2">
                {publishedName === null ? t("shipped", { at }) : t("published", { name: publishedName, at })}
              </span>
              {isGenuine === null ? null : (
                <span className={isGenuine ? "text-ink-2" : "font-semibold text-stop-ink"}>
                  <span aria-hidden="true">{isGenuine ? "✓" : "✕"}</span> {t(isGenuine ? "genuine" : "changed")}
                </span>
              )}
              {number > 1 ? (
                <AppLink className="link" href={`/templates/${templateId}/compare?from=${number - 1}&to=${number}`}>
                  {t("compare", { number: number - 1 })}
                </AppLink>
              ) : null}
            </p>
            {publishedName === null ? null : <p className="whitespace-pre-line">{note}</p>}
            {lessStrict.length === 0 ? null : (
              <Disclosure summary={t("lessStrict", { count: lessStrict.length })}>
                <LessStrictPoints points={lessStrict} />
                <p className="pt-1">{t("why", { reason: lessStrictReason ?? "" })}</p>
              </Disclosure>
            )}
          </li>
        );
      })}
    </ol>
  );
}
