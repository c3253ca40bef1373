"use client";

import { useTranslations } from "next-intl";
import { useBuilder } from "@/app/(clinic)/patients/[patientId]/program/_components/builder-context";
import { Shape } from "@/components/clinical/shape";
import { AppLink } from "@/components/ui/app-link";
import { mostStarting, startingProblem } from "@/lib/clinical/template-review";
import type { DraftLine } from "@/lib/schemas/program";

/** How many lines of the phase an assignment takes, and the way to its days, criteria and limits. */
export function StartsInPhase({ n, lines }: { n: number; lines: readonly DraftLine[] }) {
  const t = useTranslations("templateEditor");
  const { page } = useBuilder();
  const problem = startingProblem(n, lines);
  const count = lines.filter(({ starting }) => starting === true).length;
  return (
    <span className="flex w-full flex-wrap items-center gap-x-3 text-12">
      <span
        className={
          problem === null ? "text-ink-2" : "tone-stop inline-flex items-center gap-1 font-semibold text-stop-ink"
        }
        role="status"
      >
        {problem === null ? null : <Shape name="block" size={12} />}
        {t("startingCount", { count, most: mostStarting })}
      </span>
      <AppLink className="link ms-auto" href={`/templates/${page.programId}/phases/${n}`}>
        {t("editPhase", { n })}
      </AppLink>
    </span>
  );
}
