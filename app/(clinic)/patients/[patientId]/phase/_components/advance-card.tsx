import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Shape } from "@/components/clinical/shape";
import type { SourceTitles } from "@/components/clinical/finding-line";
import { Card } from "@/components/ui/card";
import { nextPhaseOf, type Ladder } from "@/lib/records/readiness/ladder";
import { AdvanceForm } from "./advance-form";
import { criterionWords } from "./criterion-words";

/** The decision stands beside its evidence; who may not make it reads who does. */
export function AdvanceCard({
  program,
  patientName: name,
  sources,
}: {
  program: Ladder;
  patientName: string;
  sources: SourceTitles;
}) {
  const t = useTranslations("readiness");
  const status = useTranslations("status.clearance");
  const format = useFormatter();
  const locale = useLocale();
  const { id, version, may, currentPhase } = program;
  const next = nextPhaseOf(program);
  const mayAdvance = may.advance;
  const hasBegun = currentPhase !== null;
  const missing = (next?.criteria ?? [])
    .filter(({ state }) => state !== "met")
    .map((criterion) => criterionWords(criterion, { t, status, format, locale }).name);
  const lines = next?.lines ?? 0;
  return (
    <Card title={t("advance.card")}>
      <div className="grid gap-3">
        {hasBegun && next !== null && lines === 0 ? (
          <p className="flex items-start gap-2">
            <Shape className="mt-0.5 flex-none" name="caution" />
            <span>{t("advance.noLines", { phase: next.n })}</span>
          </p>
        ) : null}
        {next === null ? <p className="text-ink-2">{t("last.title")}</p> : null}
        {next !== null && !hasBegun ? <p className="text-ink-2">{t("advance.bySigning")}</p> : null}
        {next !== null && hasBegun && !mayAdvance ? <p className="text-ink-2">{t("advance.byTherapist")}</p> : null}
        {hasBegun && mayAdvance ? (
          <AdvanceForm
            consequence={t("advance.consequence", { name, lines, waiting: next?.waiting ?? 0 })}
            missing={missing}
            phase={next?.n ?? null}
            programId={id}
            sources={sources}
            version={version}
          />
        ) : null}
      </div>
    </Card>
  );
}
