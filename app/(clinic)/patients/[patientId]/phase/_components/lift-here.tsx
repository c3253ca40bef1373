import { useFormatter, useLocale, useTranslations } from "next-intl";
import { daysBetween } from "@/lib/clinical/days";
import type { Ladder, LadderPhase } from "@/lib/records/readiness/ladder";
import type { ReadinessPage } from "@/lib/records/readiness/load-readiness";
import { criterionWords } from "./criterion-words";
import { LiftForm } from "./lift-form";

/** The form that lifts a hold; of the last one of a long stop with the phases in which the program may go on and what each lacks. */
export function LiftHere({ page, program, holdId }: { page: ReadinessPage; program: Ladder; holdId: string }) {
  const t = useTranslations("ladder.lift");
  const readiness = useTranslations("readiness");
  const status = useTranslations("status.clearance");
  const format = useFormatter();
  const locale = useLocale();
  const { resume: proposed, phases, currentPhase, heldSince, holds } = program;
  const isAsked = proposed !== null && currentPhase !== null && heldSince !== null && holds.length === 1;
  const hintOf = ({ n, criteria, isAsked: isJudged }: LadderPhase) => {
    if (!isJudged) return t("earlier");
    const missing = criteria
      .filter(({ state }) => state !== "met")
      .map((criterion) => criterionWords(criterion, { t: readiness, status, format, locale }).name);
    if (n !== proposed) return t("missing", { list: missing.join("; ") });
    return t("proposed", { why: t(missing.length === 0 ? "allMet" : "first") });
  };
  return (
    <LiftForm
      holdId={holdId}
      patientName={page.patientName}
      resume={
        isAsked
          ? {
              days: daysBetween(heldSince, page.today),
              proposed,
              phases: phases
                .filter(({ n }) => n <= currentPhase)
                .toReversed()
                .map((phase) => ({ n: phase.n, name: phase.name[locale], hint: hintOf(phase) })),
            }
          : null
      }
    />
  );
}
