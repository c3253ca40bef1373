import { useLocale, useTranslations } from "next-intl";
import { Shape } from "@/components/clinical/shape";
import { Disclosure } from "@/components/ui/small-parts";
import type { Evidence } from "@/lib/records/clearances/evidence";
import { SourceIds } from "../../_components/source-ids";
import { EvidenceRow, type RowProps } from "./evidence-row";

/** What the next phase still lacks. Decisions of before readiness was kept have none. */
export function ReadinessRow({ evidence: { readiness } }: RowProps) {
  const t = useTranslations("clearances.evidence");
  const locale = useLocale();
  if (!readiness) {
    return (
      <EvidenceRow
        end={null}
        main={<span className="text-ink-2">{t("noReadiness")}</span>}
        second={null}
        term={t("readiness")}
      />
    );
  }
  const { phase, name, ready, criteria } = readiness;
  const missing = criteria.filter(({ state }) => state !== "met");
  const count = (state: string) => criteria.filter((criterion) => criterion.state === state).length;
  return (
    <EvidenceRow
      end={null}
      main={
        <>
          <strong className="font-semibold">{t(ready ? "ready" : "notReady", { phase })}</strong>
          <div className="text-ink-3">
            {name[locale]}. {t("criteria", { met: count("met"), all: criteria.length, unknown: count("unknown") })}
          </div>
        </>
      }
      second={
        missing.length === 0 ? null : (
          <Disclosure summary={t("missing", { count: missing.length })}>
            <CriterionList criteria={missing} />
          </Disclosure>
        )
      }
      term={t("readiness")}
    />
  );
}

/** Walking, sitting and the function tests, as far as the next phase asks for them. */
export function FunctionRow({ evidence: { readiness } }: RowProps) {
  const t = useTranslations("clearances.evidence");
  const tests = (readiness?.criteria ?? []).filter(
    ({ id }) => id === "walkContinuousMin" || id === "sitToleranceMin" || id.startsWith("functional:"),
  );
  return (
    <EvidenceRow
      end={null}
      main={
        tests.some(({ has }) => has !== null) ? (
          <CriterionList criteria={tests} />
        ) : (
          <span className="text-ink-2">{t("noFunction")}</span>
        )
      }
      second={null}
      term={t("function")}
    />
  );
}

type Criteria = NonNullable<Evidence["readiness"]>["criteria"];

function CriterionList({ criteria }: { criteria: Criteria }) {
  const word = useTranslations("status.criterion");
  const locale = useLocale();
  return (
    <ul className="grid gap-1">
      {criteria.map(({ id, state, because, source }) => (
        <li className="flex items-start gap-1.75" key={id}>
          <span className="mt-0.5 flex-none">
            <Shape name={state} size={13} />
          </span>
          <span>
            <span className="sr-only">{word(state)}: </span>
            {because[locale]}{" "}
            <span className="text-12 text-ink-3">
              <SourceIds ids={source} />
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
