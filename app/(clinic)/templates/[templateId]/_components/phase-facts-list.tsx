import { useLocale, useTranslations } from "next-intl";
import { clearanceWords, movementInWords } from "@/lib/clinical/words";
import type { PhaseKey } from "@/lib/draft/compare-phases";
import type { TemplatePhaseFacts } from "@/lib/schemas/template";

/** What a phase is for, what it asks before it begins, and what it limits; of `only` these also where there is nothing. */
export function PhaseFactsList({ phase, only }: { phase: TemplatePhaseFacts; only?: readonly PhaseKey[] | undefined }) {
  const t = useTranslations("templates.phase");
  const locale = useLocale();
  const { goals, precautions, limits, blockedTags } = phase;
  const limited = [
    limits.liftKg === null ? null : t("lift", { kg: limits.liftKg }),
    limits.sitMaxMin === null ? null : t("sit", { minutes: limits.sitMaxMin }),
    limits.brace === null ? null : t("brace", { words: limits.brace[locale] }),
    limits.driving === null ? null : t("driving", { words: limits.driving[locale] }),
  ].filter((words) => words !== null);
  const parts = [
    { key: "patientGoal", of: "patientGoal", words: only ? [phase.patientGoal[locale]] : [] },
    { key: "goals", of: "goals", words: goals.map((goal) => goal[locale]) },
    { key: "entry", of: "entryCriteria", words: useCriteria(phase) },
    { key: "precautions", of: "precautions", words: precautions.map((precaution) => precaution[locale]) },
    { key: "limits", of: "limits", words: limited },
    { key: "blocked", of: "blockedTags", words: blockedTags.map((tag) => movementInWords(tag)[locale]) },
  ] as const;
  return (
    <dl className={`grid gap-x-6 gap-y-1.5 ${only ? "" : "sm:grid-cols-2 xl:grid-cols-3"}`}>
      {parts
        .filter(({ of, words }) => (only ? only.includes(of) : words.length > 0))
        .map(({ key, words }) => (
          <div key={key}>
            <dt className="text-12 font-semibold text-ink-2">{t(key)}</dt>
            <dd>
              {words.length === 0 ? <span className="text-ink-3">{t("nothing")}</span> : null}
              {key === "blocked" ? words.join(", ") : <Sentences words={words} />}
            </dd>
          </div>
        ))}
    </dl>
  );
}

function Sentences({ words }: { words: readonly string[] }) {
  if (words.length === 0) return null;
  return (
    <ul className="list-disc ps-4">
      {words.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  );
}

/** The criteria of an entry in words, in the order in which they are asked. */
function useCriteria({ entryCriteria }: TemplatePhaseFacts): string[] {
  const t = useTranslations("templates.criteria");
  const locale = useLocale();
  const { clearances, functional, other, fusionEvidence, woundClosed, ...numbers } = entryCriteria;
  const told = [
    { key: "minDay", value: numbers.minDay === 0 ? null : numbers.minDay },
    { key: "redFlagFreeDays", value: numbers.redFlagFreeDays === 0 ? null : numbers.redFlagFreeDays },
    { key: "nprsAvg7dMax", value: numbers.nprsAvg7dMax },
    { key: "nprsActivityMax", value: numbers.nprsActivityMax },
    { key: "walkContinuousMin", value: numbers.walkContinuousMin },
    { key: "sitToleranceMin", value: numbers.sitToleranceMin },
    { key: "adherencePct", value: numbers.adherencePct },
  ] as const;
  return [
    ...clearances.map((key) => t("clearance", { name: clearanceWords[key][locale] })),
    ...told.flatMap(({ key, value }) => (value === null ? [] : [t(key, { value })])),
    ...(woundClosed === true ? [t("woundClosed")] : []),
    ...(fusionEvidence === "NONE_REQUIRED" ? [] : [t(`fusion.${fusionEvidence}`)]),
    ...functional.map(({ measure, op, value, unit }) =>
      typeof value === "number"
        ? t(op === "<=" ? "testAtMost" : "testAtLeast", { measure, value, unit })
        : t(value === "baseline" ? "testBaseline" : "testNorm", { measure }),
    ),
    ...other.map((words) => words[locale]),
  ];
}
