import { useTranslations } from "next-intl";
import { PainChart } from "@/components/charts/pain-chart";
import { daysBetween } from "@/lib/clinical/days";
import type { Progress } from "@/lib/records/today/load-progress";
import { useText } from "../../_components/words";
import { painDays } from "./pain-days";

/** The pain of the open episode on its own time axis: weeks after the treatment, or of the pathway. */
export function OwnPainChart({ progress }: { progress: Progress }) {
  const t = useTranslations("patient.progress");
  const text = useText();
  const { startOn, daysSince, entries, phases, holds } = progress;
  const dayAt = (day: string) => Math.max(0, daysBetween(startOn, day));
  return (
    <PainChart
      audience="patient"
      data={{
        startOn,
        today: Math.max(0, daysSince),
        lastDay: Math.max(7, daysSince + 1),
        days: painDays(entries, startOn),
        phases: phases.map(({ n, name, from, to }) => ({
          n,
          name: text(name),
          fromDay: dayAt(from),
          toDay: to === null ? null : dayAt(to),
        })),
        holds: holds.map(({ from, to }) => ({
          fromDay: dayAt(from),
          toDay: to === null ? null : dayAt(to),
          words: t("held"),
        })),
      }}
    />
  );
}
