import { useLocale, useTranslations } from "next-intl";
import { FindingList } from "@/components/clinical/finding-list";
import type { SourceTitles } from "@/components/clinical/finding-line";
import { Shape } from "@/components/clinical/shape";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import type { NamedMetLine } from "@/lib/records/episodes/met-by-record";

/** Signed lines that a condition or a second protocol speaks against, and what happens now; nothing where there are none. */
export function MetCard({
  met,
  patientId,
  sources,
}: {
  met: readonly NamedMetLine[];
  patientId: string;
  sources: SourceTitles;
}) {
  const t = useTranslations("episode.met");
  const locale = useLocale();
  if (met.length === 0) return null;
  return (
    <Card className="tone-stop border-(--tone-line)!" title={t("title", { count: met.length })}>
      <ul className="grid gap-3">
        {met.map(({ exercise, phase, name, isClosed, findings }) => (
          <li className="grid gap-1.5" key={`${exercise}-${phase}`}>
            <p className="flex flex-wrap items-center gap-x-2">
              <span className="font-semibold">{name[locale]}</span>
              <span className="text-ink-3">{t("phase", { n: phase })}</span>
              <span className="inline-flex items-center gap-1">
                <Shape name={isClosed ? "block" : "override"} />
                {t(isClosed ? "closed" : "reason")}
              </span>
            </p>
            <FindingList findings={findings} sources={sources} />
          </li>
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <LinkButton href={`/patients/${patientId}/program`}>{t("change")}</LinkButton>
        <span className="text-ink-2">{t("now")}</span>
      </div>
    </Card>
  );
}
