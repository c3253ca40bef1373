import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { halfPoundsOf } from "@/components/clinical/dosage-parts";
import { Disclosure } from "@/components/ui/small-parts";
import { movementInWords } from "@/lib/clinical/words";
import type { LadderPhase } from "@/lib/records/readiness/ladder";
import { criterionWords } from "./criterion-words";

/** What a phase is for, what its entry asks where it does not stand open already, and what holds in it. */
export function PhaseFacts({ phase, massUnit }: { phase: LadderPhase; massUnit: "kg" | "lb" }) {
  const t = useTranslations("ladder");
  const readiness = useTranslations("readiness");
  const status = useTranslations("status.clearance");
  const format = useFormatter();
  const locale = useLocale();
  const { n, goals, precautions, regressionCriteria, criteria, isAsked, lines } = phase;
  const asked = criteria
    .filter(({ id }) => id !== "hold")
    .map((criterion) => {
      const { name, needed } = criterionWords(criterion, { t: readiness, status, format, locale });
      return `${name}: ${needed}`;
    });
  return (
    <Disclosure
      summary={
        <>
          {t(isAsked ? "openAsked" : "open")} <span className="sr-only">{t("ofPhase", { phase: n })}</span>
        </>
      }
    >
      <div className="grid gap-x-6 gap-y-3 rounded-6 border border-line bg-inset p-3 sm:grid-cols-2">
        <Part title={t("goals")} words={goals.map((goal) => goal[locale])} />
        {isAsked ? null : <Part title={t("criteria")} words={asked} />}
        <Part title={t("limits")} words={useLimits(phase, massUnit)} />
        <Part title={t("precautions")} words={precautions.map((words) => words[locale])} />
        <Part title={t("back")} words={regressionCriteria.map((words) => words[locale])} />
        <p className="text-ink-2 sm:col-span-2">{t("exercises", { lines })}</p>
      </div>
    </Disclosure>
  );
}

function useLimits({ limits, blockedTags }: LadderPhase, massUnit: "kg" | "lb"): string[] {
  const t = useTranslations("ladder.limit");
  const locale = useLocale();
  const format = useFormatter();
  const { liftKg, sitMaxMin, brace, driving } = limits;
  const words = [
    liftKg === null ? null : t("lift", { mass: massUnit === "kg" ? liftKg : halfPoundsOf(liftKg), unit: massUnit }),
    sitMaxMin === null ? null : t("sit", { minutes: sitMaxMin }),
    brace === null ? null : t("brace", { words: brace[locale] }),
    driving === null ? null : t("driving", { words: driving[locale] }),
    blockedTags.length === 0
      ? null
      : t("closed", { list: format.list(blockedTags.map((tag) => movementInWords(tag)[locale])) }),
  ].filter((limit) => limit !== null);
  return words.length === 0 ? [t("none")] : words;
}

function Part({ title, words }: { title: string; words: readonly ReactNode[] }) {
  if (words.length === 0) return null;
  return (
    <div className="min-w-0">
      <h3 className="text-12 font-semibold text-ink-2">{title}</h3>
      <ul className="list-disc ps-4">
        {words.map((one, index) => (
          // Written as it stands: nothing is ever moved.
          <li className="break-words" key={index}>
            {one}
          </li>
        ))}
      </ul>
    </div>
  );
}
