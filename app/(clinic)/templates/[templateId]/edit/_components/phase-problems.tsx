import { useMessages, useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { Notice } from "@/components/ui/notice";
import type { Problems } from "@/lib/clinical/template-phase-problems";

/** What is wrong with the phases themselves, each with the way to its form; nothing where they may be published. */
export function PhaseProblems({ problems, templateId }: { problems: Problems; templateId: string }) {
  const t = useTranslations("templateEditor");
  const { badValue, ...known } = useMessages().errors.fields;
  const words: Readonly<Record<string, string>> = known;
  // Of lines the builder itself tells, as they are edited.
  const found = Object.entries(problems).flatMap(([path, key]) => {
    const [, index, field = ""] = /^phases\.(\d+)\.(.+)$/.exec(path) ?? [];
    return index === undefined || field === "lines"
      ? []
      : [{ path, n: Number(index) + 1, problem: words[key] ?? badValue }];
  });
  if (found.length === 0) return null;
  return (
    <Notice title={t("phaseProblems", { count: found.length })} tone="warn">
      <ul>
        {found.map(({ path, n, problem }) => (
          <li key={path}>
            <AppLink className="link" href={`/templates/${templateId}/phases/${n}`}>
              {t("phaseProblem", { n, problem })}
            </AppLink>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
