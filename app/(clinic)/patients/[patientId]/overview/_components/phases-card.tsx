import { useFormatter, useLocale, useTranslations } from "next-intl";
import { type LadderPhase, PhaseLadder } from "@/components/clinical/phase-ladder";
import { AppLink } from "@/components/ui/app-link";
import { Card } from "@/components/ui/card";
import { addDays } from "@/lib/clinical/days";
import type { Overview } from "@/lib/records/patients/load-overview";

/** The phases from the first to the last: when each was, or when its first day can come. */
export function PhasesCard({ overview, patientId }: { overview: Overview; patientId: string }) {
  const t = useTranslations("patientRecord.phases");
  const format = useFormatter();
  const locale = useLocale();
  const { phases, currentPhase, isHeld, stretches, anchorOn, shiftDays } = overview;
  if (phases.length === 0) return null;
  const date = (day: number) => format.dateTime(new Date(addDays(anchorOn, day)), "day");
  const ladder = phases.map(({ n, name, dayStart, isCleared }): LadderPhase => {
    const stretch = stretches.findLast((one) => one.n === n);
    if (currentPhase !== null && n < currentPhase) {
      const end = stretch?.toDay ?? null;
      const when = stretch && end !== null ? t("fromTo", { from: date(stretch.fromDay), to: date(end) }) : undefined;
      return { n, name: name[locale], state: "done", when };
    }
    if (n === currentPhase) {
      return {
        n,
        name: name[locale],
        state: isHeld ? "held" : "now",
        when: stretch ? t("since", { date: date(stretch.fromDay) }) : undefined,
        detail: isCleared ? undefined : t("waitsForClearance"),
      };
    }
    return {
      n,
      name: name[locale],
      state: isCleared ? "not-yet" : "needs-clearance",
      when: t("from", { date: date(dayStart + (n >= 3 ? shiftDays : 0)) }),
    };
  });
  return (
    <Card
      actions={
        <AppLink className="link-alone" href={`/patients/${patientId}/phase`}>
          {t("readiness")}
        </AppLink>
      }
      title={t("title")}
    >
      {currentPhase === null ? <p className="pb-2 text-ink-2">{t("unsigned")}</p> : null}
      <PhaseLadder phases={ladder} />
    </Card>
  );
}
