import { useLocale, useTranslations } from "next-intl";
import type { Text } from "@/lib/clinical/facts";
import type { LineChange } from "@/lib/draft/compare-lines";
import type { PhaseChange } from "@/lib/draft/compare-phases";
import { Card } from "@/components/ui/card";
import { ComparePhase } from "../../../../patients/[patientId]/program/_components/history/compare-phase";
import { PhaseSide } from "../../../_components/phase-side";

/** A phase that differs: what it says in both states beside each other, then its lines. */
export function ComparedPhase({
  phase: { n, before, after, keys },
  changes,
  names,
  states,
}: {
  phase: PhaseChange;
  changes: readonly LineChange[];
  names: Readonly<Record<string, Text>>;
  states: readonly [string, string];
}) {
  const t = useTranslations("templates.compare");
  const locale = useLocale();
  const title = `${n} ${(after ?? before)?.name[locale] ?? ""}`;
  const differs = keys.length > 0 || !before || !after;
  return (
    <>
      {differs ? (
        <Card
          note={keys.length > 0 ? t("differs", { keys: keys.map((key) => t(`keys.${key}`)).join(", ") }) : undefined}
          title={t("phase", { title })}
        >
          <div className="grid gap-4 lg:grid-cols-2">
            <PhaseSide phase={before} state={states[0]} />
            <PhaseSide phase={after} state={states[1]} />
          </div>
        </Card>
      ) : null}
      {changes.length === 0 ? null : (
        <ComparePhase
          changes={changes}
          explain={null}
          names={[names, names]}
          states={states}
          title={t("lines", { title })}
        />
      )}
    </>
  );
}
