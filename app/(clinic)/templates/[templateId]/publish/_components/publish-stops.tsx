import { useLocale, useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { useErrorWords } from "@/components/ui/form-errors";
import { Notice } from "@/components/ui/notice";
import type { PublishPage } from "@/lib/records/templates/load-publish-page";
import { SourceIds } from "../../../../_components/source-ids";

type Stop = { key: string; href: string; where: string; what: string; source?: readonly string[] };

/** Everything that keeps the draft from being published, each with the way to where it is mended. */
export function PublishStops({ page, templateId }: { page: PublishPage; templateId: string }) {
  const t = useTranslations("templates.publish");
  const stops = useStops(page, templateId);
  if (stops.length === 0) return <Notice title={t("ready")} tone="ok" />;
  return (
    <Notice title={t("stops", { count: stops.length })} tone="stop">
      <ul className="list-disc ps-5">
        {stops.map(({ key, href, where, what, source = [] }) => (
          <li key={key}>
            <AppLink className="link" href={href}>
              {where}
            </AppLink>
            : {what} <SourceIds ids={source} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function useStops({ draft, review, names }: PublishPage, templateId: string): Stop[] {
  const t = useTranslations("templates.publish");
  const locale = useLocale();
  const words = useErrorWords();
  const lineOf = (index: number) => {
    const line = draft.lines[index];
    return t("line", { phase: line?.phase ?? 0, name: names[line?.exercise ?? ""]?.[locale] ?? line?.exercise ?? "" });
  };
  const edit = `/templates/${templateId}/edit`;
  const blocked = review.lines.flatMap(({ verdict, findings }, index): Stop[] => {
    if (verdict !== "block") return [];
    const stopping = findings.filter(({ severity }) => severity === "block");
    const what = stopping.map(({ because }) => because[locale]).join(" ");
    const source = [...new Set(stopping.flatMap((finding) => finding.source))];
    return [{ key: `line-${index}`, href: edit, where: lineOf(index), what, source }];
  });
  const general = review.findings
    .filter(({ severity }) => severity === "block")
    .map(({ because, source }): Stop => ({
      key: because.en,
      href: edit,
      where: t("lines"),
      what: because[locale],
      source,
    }));
  const problems = Object.entries(review.problems).map(([path, key]): Stop => {
    const [of = "", place = "0", field = ""] = path.split(".");
    const index = Number(place);
    if (of === "lines") return { key: path, href: edit, where: lineOf(index), what: words(key) };
    const isLines = field === "lines" || of !== "phases" || path === "phases";
    const href = isLines ? edit : `/templates/${templateId}/phases/${index + 1}`;
    return { key: path, href, where: t("phase", { n: index + 1 }), what: words(key) };
  });
  return [...blocked, ...general, ...problems];
}
