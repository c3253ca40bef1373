import { useLocale, useTranslations } from "next-intl";
import type { SourceTitles } from "@/components/clinical/finding-line";
import { FindingList } from "@/components/clinical/finding-list";
import { Shape } from "@/components/clinical/shape";
import { Card } from "@/components/ui/card";
import { severities, verdictOf, type Finding } from "@/lib/clinical/finding";
import type { SigningResult } from "@/lib/clinical/signing";
import type { SignPage } from "@/lib/records/programs/load-sign-page";
import type { OverrideAuthor } from "@/lib/records/programs/override-authors";
import type { DraftLine } from "@/lib/schemas/program";
import { useAuthorWords } from "../history/override-author";

/** Every finding under its line, the gravest line first, with the written reasons of overrides. */
export function SignFindings({
  page,
  answer,
  sources,
}: {
  page: SignPage;
  answer: SigningResult;
  sources: SourceTitles;
}) {
  const t = useTranslations("program.signing");
  const phases = useTranslations("program.changes");
  const locale = useLocale();
  const authorWords = useAuthorWords(page.timeZone);
  const rank = (findings: readonly Finding[]) => severities.indexOf(verdictOf(findings));
  const judged = page.draft.lines
    .flatMap((line, index) => {
      const found = answer.lines[index];
      // What only says that a line held back is not open yet stands with the lines held back.
      const findings = found?.findings.filter(({ severity }) => !(found.heldBack && severity === "block")) ?? [];
      return findings.length > 0 ? [{ line, findings }] : [];
    })
    .sort((a, b) => rank(b.findings) - rank(a.findings));
  return (
    <Card title={t("findingsTitle")}>
      {judged.length + answer.findings.length === 0 ? (
        <p className="flex items-center gap-1.5">
          <Shape name="clear" /> {t("findingsNone")}
        </p>
      ) : null}
      <ul className="grid gap-3">
        {answer.findings.length > 0 ? (
          <li className="grid gap-1">
            <p className="font-semibold">{t("program")}</p>
            <FindingList findings={answer.findings} sources={sources} />
          </li>
        ) : null}
        {judged.map(({ line, findings }) => (
          <li className="grid gap-1" key={line.id}>
            <p>
              <span className="font-semibold">
                {page.content.exercises[line.exercise]?.name[locale] ?? line.exercise}
              </span>{" "}
              <span className="text-12 text-ink-3">{phases("inPhase", { n: line.phase })}</span>
            </p>
            <FindingList
              findings={findings}
              reason={
                line.overrideReason === null
                  ? undefined
                  : { text: line.overrideReason, by: authorWords(authorOf(line, page)) }
              }
              sources={sources}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Who signed the reason first; undefined where it is not in the revision in force. */
function authorOf({ id, overrideReason }: DraftLine, { current, authors }: SignPage): OverrideAuthor | undefined {
  const stood = current.some(({ line }) => line.id === id && line.overrideReason === overrideReason);
  return stood ? authors[id] : undefined;
}
