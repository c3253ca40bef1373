import { useFormatter, useLocale, useTranslations } from "next-intl";
import { type LadderPhase as Rung, PhaseLadder } from "@/components/clinical/phase-ladder";
import type { PhaseState } from "@/components/clinical/status-badges";
import { Card } from "@/components/ui/card";
import type { Ladder, LadderPhase } from "@/lib/records/readiness/ladder";
import type { ReadinessPage } from "@/lib/records/readiness/load-readiness";
import { AskedPhase } from "./asked-phase";
import { PhaseFacts } from "./phase-facts";

/** Every phase with its days; what is asked about now stands open, and each can be opened for its goals, criteria and limits. */
export function LadderCard({
  page,
  program,
  patientId,
  massUnit,
}: {
  page: ReadinessPage;
  program: Ladder;
  patientId: string;
  massUnit: "kg" | "lb";
}) {
  const t = useTranslations("ladder");
  const format = useFormatter();
  const locale = useLocale();
  const date = (day: string) => format.dateTime(new Date(day), "day");
  const rungs = program.phases.map((phase): Rung => {
    const { n, name, firstDay, lastDay, firstOn, lastOn, entered, isAsked } = phase;
    const days =
      lastDay === null || lastOn === null
        ? [t("daysFrom", { from: firstDay }), t("datesFrom", { from: date(firstOn) })]
        : [t("days", { from: firstDay, to: lastDay }), t("dates", { from: date(firstOn), to: date(lastOn) })];
    const begun = entered === null ? null : { date: date(entered.on), name: entered.by };
    const isBack = n === program.currentPhase && program.isSteppedBack;
    return {
      ...{ n, name: name[locale], state: stateOf(phase, program), when: days.join(" · ") },
      detail:
        begun === null
          ? undefined
          : isBack
            ? t("steppedBack", { ...begun, reason: entered?.reason ?? "" })
            : t("begun", begun),
      body: (
        <div className="grid gap-2">
          {isAsked ? <AskedPhase page={page} patientId={patientId} phase={phase} program={program} /> : null}
          <PhaseFacts massUnit={massUnit} phase={phase} />
        </div>
      ),
    };
  });
  return (
    <Card title={t("title")}>
      <PhaseLadder phases={rungs} />
    </Card>
  );
}

function stateOf(
  { n, criteria }: LadderPhase,
  { currentPhase, state, isSteppedBack, next, ready }: Ladder,
): PhaseState {
  if (currentPhase !== null && n < currentPhase) return "done";
  if (n === currentPhase) return state === "held" ? "held" : isSteppedBack ? "stepped-back" : "now";
  if (n === next && ready) return "ready";
  return criteria.some(({ id, state: is }) => id.startsWith("clearance:") && is !== "met")
    ? "needs-clearance"
    : "not-yet";
}
