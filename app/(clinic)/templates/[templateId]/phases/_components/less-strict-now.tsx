"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { templateLessStrict } from "@/lib/clinical/template-strictness";
import { withPhase } from "@/lib/draft/template-phases";
import type { TemplateFacts, TemplatePhaseFacts } from "@/lib/schemas/template";
import { phaseFormSchema } from "@/lib/schemas/template-phase";
import type { TypedPhase } from "./phase-values";
import { LessStrictPoints } from "../../../_components/less-strict-points";

/** In what the template is less strict than the shipped protocol, with the phase as it is typed. */
export function LessStrictNow({
  facts,
  n,
  phase,
  shipped,
}: {
  facts: TemplateFacts;
  n: number;
  phase: TypedPhase;
  shipped: readonly TemplatePhaseFacts[];
}) {
  const t = useTranslations("templateEditor.lessStrict");
  const read = phaseFormSchema.safeParse(phase);
  const found = read.success ? templateLessStrict(shipped, withPhase(facts, n, read.data).phases) : null;
  return (
    <Card title={t("title")}>
      <div role="status">
        {found === null ? <p className="text-ink-2">{t("unread")}</p> : null}
        {found?.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
        {found !== null && found.length > 0 ? (
          <>
            <LessStrictPoints points={found} />
            <p className="mt-2 text-12 text-ink-3">{t("reason")}</p>
          </>
        ) : null}
      </div>
    </Card>
  );
}
