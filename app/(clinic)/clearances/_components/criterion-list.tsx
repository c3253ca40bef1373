import { useLocale, useTranslations } from "next-intl";
import { Shape } from "@/components/clinical/shape";
import type { Evidence } from "@/lib/records/clearances/evidence";
import { SourceIds } from "../../_components/source-ids";

type Criteria = NonNullable<Evidence["readiness"]>["criteria"];

/** Criteria of a phase, each with its state and why. */
export function CriterionList({ criteria }: { criteria: Criteria }) {
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
