import { useLocale, useTranslations } from "next-intl";
import type { PhaseKey } from "@/lib/draft/compare-phases";
import type { TemplatePhaseFacts } from "@/lib/schemas/template";
import { PhaseFactsList } from "../[templateId]/_components/phase-facts-list";

/** What a phase says in one of two states of a template; `only` leaves out what is the same in both. */
export function PhaseSide({
  phase,
  state,
  only,
}: {
  phase: TemplatePhaseFacts | null;
  state: string;
  only?: readonly PhaseKey[] | undefined;
}) {
  const t = useTranslations("templates");
  const locale = useLocale();
  return (
    <div className="grid content-start gap-2 rounded-6 border border-line p-3">
      <p className="text-12 font-semibold text-ink-2">{state}</p>
      {phase === null ? (
        <p className="text-ink-3">{t("compare.absent")}</p>
      ) : (
        <>
          <p className="font-semibold">
            {phase.name[locale]}{" "}
            <span className="font-normal text-ink-2">
              {phase.dayEndExclusive === null
                ? t("phase.from", { dayStart: phase.dayStart })
                : t("phase.days", { dayStart: phase.dayStart, last: phase.dayEndExclusive - 1 })}
            </span>
          </p>
          <PhaseFactsList only={only} phase={phase} />
        </>
      )}
    </div>
  );
}
