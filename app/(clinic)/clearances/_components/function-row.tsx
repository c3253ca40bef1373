import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Shape } from "@/components/clinical/shape";
import { measureIds } from "@/lib/clinical/entry-criteria";
import { inUnit, measureWords } from "@/lib/clinical/readiness/measure-words";
import { shortDecimal } from "@/lib/i18n/decimals";
import type { Evidence } from "@/lib/records/clearances/evidence";
import { CriterionList } from "./criterion-list";
import { EvidenceRow, type RowProps } from "./evidence-row";

type Result = NonNullable<Evidence["function"]>[number];

/** What was measured: each test and tolerance with the value before it, and what the next phase asks for and nobody has recorded. */
export function FunctionRow({ evidence }: RowProps) {
  const t = useTranslations("clearances.evidence");
  const format = useFormatter();
  const { function: results, readiness } = evidence;
  const asked = (readiness?.criteria ?? []).filter(({ id }) => isTolerance(id) || id.startsWith("functional:"));
  // A decision of before the results were kept shows what the next phase asked for.
  if (results === undefined && asked.some(({ has }) => has !== null)) {
    return <EvidenceRow end={null} main={<CriterionList criteria={asked} />} second={null} term={t("function")} />;
  }
  const known = results ?? [];
  const unknown = asked.filter(({ id }) => known.every(({ criterion }) => criterion !== id));
  const last = known
    .map(({ on }) => on)
    .toSorted()
    .at(-1);
  const tests = known.filter(({ criterion }) => !isTolerance(criterion));
  const [first, second] = tests.length === 0 ? [known, []] : [tests, known.filter((one) => !tests.includes(one))];
  const list = (found: readonly Result[]) => (
    <ul className="grid gap-1">
      {found.map((result) => (
        <li key={result.criterion}>
          <ResultWords result={result} />
        </li>
      ))}
    </ul>
  );
  return (
    <EvidenceRow
      end={last === undefined ? null : format.dateTime(new Date(last), "day")}
      main={known.length === 0 ? <span className="text-ink-2">{t("noFunction")}</span> : list(first)}
      second={
        <div className="grid gap-1">
          {second.length === 0 ? null : list(second)}
          {unknown.length === 0 ? null : (
            <p className="flex items-start gap-1.75">
              <span className="mt-0.5 flex-none">
                <Shape name="unknown" size={13} />
              </span>
              <Missing ids={unknown.map(({ id }) => id)} />
            </p>
          )}
        </div>
      }
      term={t("function")}
    />
  );
}

function isTolerance(criterion: string): boolean {
  return criterion === "walkContinuousMin" || criterion === "sitToleranceMin";
}

function ResultWords({ result: { criterion, value, unit, on, by, note, before } }: { result: Result }) {
  const t = useTranslations("clearances.evidence");
  const format = useFormatter();
  const locale = useLocale();
  const name = useTestName();
  const date = (day: string) => format.dateTime(new Date(day), "day");
  const amount = (n: number) => inUnit(shortDecimal(n), unit)[locale];
  return (
    <span title={[t("recordedBy", { name: by, date: date(on) }), note].filter((part) => part !== null).join(" · ")}>
      <strong className="font-semibold">
        {name(criterion)} {amount(value)}
      </strong>
      {before === null ? null : (
        <span className="text-ink-3"> {t("from", { value: amount(before.value), date: date(before.on) })}</span>
      )}
    </span>
  );
}

function Missing({ ids }: { ids: readonly string[] }) {
  const t = useTranslations("clearances.evidence");
  const needs = useTranslations("clearances.item.needs");
  const format = useFormatter();
  const name = useTestName();
  const words = ids.map((id) =>
    isTolerance(id) ? needs(id === "walkContinuousMin" ? "walking" : "sitting") : name(id),
  );
  return <>{t("notRecorded", { list: format.list(words) })}</>;
}

function useTestName(): (criterion: string) => string {
  const t = useTranslations("clearances.evidence");
  const locale = useLocale();
  return (criterion) => {
    if (criterion === "walkContinuousMin") return t("walks");
    if (criterion === "sitToleranceMin") return t("sits");
    const measure = measureIds.find((id) => criterion === `functional:${id}`);
    return measure === undefined ? criterion : measureWords[measure][locale];
  };
}
