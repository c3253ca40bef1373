import { useFormatter, useLocale, useTranslations } from "next-intl";
import { FigureThumb } from "@/components/figure/figure-thumb";
import { DosageCells } from "@/components/clinical/dosage-cells";
import { FindingList } from "@/components/clinical/finding-list";
import { AppLink } from "@/components/ui/app-link";
import { Card } from "@/components/ui/card";
import { clearanceWords } from "@/lib/clinical/words";
import { sourceTitles } from "@/lib/records/library/names";
import type { RevisionPage } from "@/lib/records/programs/load-revision";
import { useAuthorWords } from "./override-author";

/** A phase of a signed revision, line by line, with what was found when it was signed. */
export function RevisionPhase({
  phase,
  linesHref,
  timeZone,
}: {
  phase: RevisionPage["phases"][number];
  /** Under it each line is explained by its id. */
  linesHref: string;
  timeZone: string;
}) {
  const t = useTranslations("program");
  const locale = useLocale();
  const format = useFormatter();
  const authorWords = useAuthorWords(timeZone);
  return (
    <Card title={`${phase.n} ${phase.name[locale]}`}>
      {phase.lines.length === 0 ? <p className="text-ink-2">{t("noLines")}</p> : null}
      <ol className="grid gap-2">
        {phase.lines.map(
          ({ id, exercise, name, dosage, opensOn, needsKeys, heldBackUntil, noteToPatient, override, findings }) => (
            <li className="grid gap-1.5 border-b border-line pb-2 last:border-b-0" key={id}>
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
                <FigureThumb code={exercise} />
                <span className="min-w-44 flex-1 font-semibold">{name[locale]}</span>
                <DosageCells dosage={dosage} />
                <AppLink
                  aria-label={t("compare.explain", { name: name[locale] })}
                  className="link-alone text-12"
                  href={`${linesHref}/${id}`}
                >
                  {t("compare.explainWord")}
                </AppLink>
                <span className="text-12 text-ink-3 lg:w-44">
                  {t("opensOn", { date: format.dateTime(new Date(opensOn), "dayYear") })}
                  {needsKeys.length > 0
                    ? ` · ${t("needs", { keys: needsKeys.map((key) => clearanceWords[key][locale]).join(", ") })}`
                    : ""}
                </span>
              </div>
              {noteToPatient === null ? null : <p className="text-ink-2">“{noteToPatient}”</p>}
              <FindingList
                findings={findings.filter(({ severity }) => !(heldBackUntil !== null && severity === "block"))}
                reason={override === null ? undefined : { text: override.reason, by: authorWords(override.author) }}
                sources={sourceTitles}
              />
            </li>
          ),
        )}
      </ol>
    </Card>
  );
}
