import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { isChange, type LineChange } from "@/lib/draft/compare-lines";
import type { ComparedProgram } from "@/lib/records/programs/load-comparison";
import { useStateWords } from "./compare-form";
import { ComparePhase, SamePhase } from "./compare-phase";

/** The phases of a comparison under the names of its two states. */
export function ComparePhases({
  program,
  phases,
  patientId,
  timeZone,
}: {
  program: ComparedProgram;
  phases: readonly { n: number; title: string; changes: readonly LineChange[] }[];
  patientId: string;
  timeZone: string;
}) {
  const t = useTranslations("program.changes");
  const compare = useTranslations("program.compare");
  const words = useStateWords(program, timeZone);
  const { from, to, names } = program;
  const states = [words(from), words(to)] as const;
  const explain =
    typeof to === "number"
      ? (lineId: string) => `/patients/${patientId}/program/revisions/${to}/lines/${lineId}`
      : null;
  const both = { explain, names, states: [states[0].name, states[1].name] as const };
  const same = phases.filter(({ changes }) => !changes.some(isChange));
  return (
    <>
      <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
        {states.map(({ name, note }, index) => (
          <div key={index === 0 ? "from" : "to"}>
            <dt className="font-semibold">{name}</dt>
            <dd className="text-ink-2">{note}</dd>
          </div>
        ))}
      </dl>
      {program.changes.some(isChange) ? null : <Notice title={t("none")} />}
      {phases
        .filter(({ changes }) => changes.some(isChange))
        .map(({ n, ...phase }) => (
          <ComparePhase key={n} {...phase} {...both} />
        ))}
      {same.length === 0 ? null : (
        <Card title={compare("samePhases")}>
          <div className="grid justify-items-stretch gap-1">
            {same.map(({ n, ...phase }) => (
              <SamePhase key={n} {...phase} {...both} />
            ))}
          </div>
        </Card>
      )}
    </>
  );
}
