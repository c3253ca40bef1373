import { useLocale, useTranslations } from "next-intl";
import { DosageLine } from "@/components/clinical/dosage-cells";
import { Disclosure } from "@/components/ui/small-parts";
import type { Text } from "@/lib/clinical/facts";
import type { TemplateLine, TemplatePhaseFacts } from "@/lib/schemas/template";
import { PhaseFactsList } from "./phase-facts-list";

/** A phase as it stands, read only: its days, goals, entry, limits and exercises. */
export function PhaseCard({
  phase,
  lines,
  names,
}: {
  phase: TemplatePhaseFacts;
  lines: readonly TemplateLine[];
  names: Readonly<Record<string, Text>>;
}) {
  const t = useTranslations("templates.phase");
  const locale = useLocale();
  const { n, name, dayStart, dayEndExclusive } = phase;
  const [starting, others] = [lines.filter((line) => line.starting), lines.filter((line) => !line.starting)];
  return (
    <section aria-labelledby={`phase-${n}`} className="grid gap-2 border-t border-line px-4 py-3">
      <h3 className="font-semibold" id={`phase-${n}`}>
        {n} {name[locale]}{" "}
        <span className="font-normal text-ink-2">
          {dayEndExclusive === null ? t("from", { dayStart }) : t("days", { dayStart, last: dayEndExclusive - 1 })}
        </span>
      </h3>
      <PhaseFactsList phase={phase} />
      <h4 className="text-12 font-semibold text-ink-2">{t("starting", { count: starting.length })}</h4>
      <Lines lines={starting} names={names} />
      {others.length === 0 ? null : (
        <Disclosure summary={t("others", { count: others.length })}>
          <Lines lines={others} names={names} />
        </Disclosure>
      )}
    </section>
  );
}

function Lines({ lines, names }: { lines: readonly TemplateLine[]; names: Readonly<Record<string, Text>> }) {
  const t = useTranslations("templates.phase");
  const locale = useLocale();
  return (
    <ul className="grid gap-1.5">
      {lines.map(({ id, exercise, dosage, startReason, overrideReason }) => (
        <li className="grid gap-x-4 sm:grid-cols-[minmax(10rem,1fr)_minmax(0,2fr)]" key={id}>
          <span className="font-medium">{names[exercise]?.[locale] ?? exercise}</span>
          <div className="grid text-ink-2">
            <span>
              <DosageLine dosage={dosage} />
            </span>
            {startReason === null ? null : <span className="text-12 text-ink-3">{startReason[locale]}</span>}
            {overrideReason === null ? null : (
              <span className="text-12 text-ink-3">{t("override", { reason: overrideReason })}</span>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
