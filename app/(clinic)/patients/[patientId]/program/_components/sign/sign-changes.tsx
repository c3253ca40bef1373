import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { SegmentLinks } from "@/components/ui/tab-links";
import type { Text } from "@/lib/clinical/facts";
import { compareLines, isChange } from "@/lib/draft/compare-lines";
import { templateLines, withoutReasons } from "@/lib/draft/template-lines";
import type { SignPage } from "@/lib/records/programs/load-sign-page";
import { VersionChangeList } from "../../../../../templates/_components/version-change-list";
import { ChangeList } from "../history/change-list";

/** What the draft changes: against the revision in force, or against the template it came from. */
export function SignChanges({
  page,
  patientId,
  against,
}: {
  page: SignPage;
  patientId: string;
  against: "revision" | "template";
}) {
  const t = useTranslations("program.signing");
  const { draft, currentRevision, switched } = page;
  const changes = (
    against === "template"
      ? compareLines(templateLines(page.phases, draft.lines), withoutReasons(draft.lines))
      : compareLines(
          page.current.map(({ line }) => line),
          draft.lines,
        )
  ).filter(isChange);
  // What the draft has is signed by its name of now; what it takes away goes by the name that was signed.
  const names: Record<string, Text> = Object.fromEntries(page.current.map(({ line, name }) => [line.exercise, name]));
  for (const { exercise } of draft.lines) {
    const now = page.content.exercises[exercise];
    if (now) names[exercise] = now.name;
  }
  const here = `/patients/${patientId}/program/sign`;
  return (
    <Card
      actions={
        currentRevision === null ? null : (
          <SegmentLinks
            label={t("against")}
            segments={[
              { href: here, label: t("revision", { number: currentRevision }), isCurrent: against === "revision" },
              {
                href: `${here}?against=template`,
                label: t("template", { number: page.templateVersion }),
                isCurrent: against === "template",
              },
            ]}
          />
        )
      }
      note={t("count", { count: changes.length + (switched?.phases.length ?? 0) })}
      title={t("changesTitle")}
    >
      {currentRevision === null ? <p className="text-ink-2">{t("first")}</p> : null}
      <ChangeList changes={changes} names={names} />
      {switched === null ? null : (
        <section className="pt-3">
          <h4 className="pb-1 font-semibold">{t("phasesTitle")}</h4>
          <VersionChangeList version={switched} />
        </section>
      )}
    </Card>
  );
}
