import { useFormatter, useLocale, useTranslations } from "next-intl";
import { type LadderPhase, PhaseLadder } from "@/components/clinical/phase-ladder";
import { Card } from "@/components/ui/card";
import { addDays } from "@/lib/clinical/days";
import type { ReadinessPage } from "@/lib/records/readiness/load-readiness";

type Program = NonNullable<ReadinessPage["program"]>;

/** The phases from the first to the last: since when, by whom, or when the first day can come. */
export function LadderCard({ program }: { program: Program }) {
  const t = useTranslations("readiness.ladder");
  const format = useFormatter();
  const locale = useLocale();
  const { phases, currentPhase, isHeld, anchor, next, ready } = program;
  const date = (day: string) => format.dateTime(new Date(day), "day");
  const ladder = phases.map(({ n, name, from, enteredOn, enteredBy }): LadderPhase => {
    const phase = { n, name: name[locale] };
    const since = enteredOn === null ? undefined : t("since", { date: date(enteredOn) });
    const by = enteredBy === null ? undefined : t("by", { name: enteredBy });
    if (currentPhase !== null && n < currentPhase) return { ...phase, state: "done", when: since, detail: by };
    if (n === currentPhase) return { ...phase, state: isHeld ? "held" : "now", when: since, detail: by };
    const when = t("from", { date: date(addDays(anchor, from)) });
    if (n !== next?.n) return { ...phase, state: "not-yet", when };
    return { ...phase, state: ready ? "ready" : "not-yet", when, detail: t(ready ? "ready" : "notReady") };
  });
  return (
    <Card title={t("title")}>
      <PhaseLadder phases={ladder} />
    </Card>
  );
}
