import { useTranslations } from "next-intl";
import { Shape } from "@/components/clinical/shape";
import type { Ladder, LadderPhase } from "@/lib/records/readiness/ladder";
import type { ReadinessPage } from "@/lib/records/readiness/load-readiness";
import { CriteriaTable } from "./criteria-table";

/** The entry into a phase that is asked about now: the next one's, or after a long hold one's in which the program may go on. */
export function AskedPhase({
  page,
  program,
  phase,
  patientId,
}: {
  page: ReadinessPage;
  program: Ladder;
  phase: LadderPhase;
  patientId: string;
}) {
  const t = useTranslations("readiness");
  const ladder = useTranslations("ladder");
  const { criteria } = phase;
  const count = (state: string) => criteria.filter((criterion) => criterion.state === state).length;
  const isMet = count("met") === criteria.length;
  const isNext = phase.n === program.next;
  return (
    <div className="grid gap-1 border-t border-line pt-2">
      <p className="flex items-start gap-2">
        <Shape className="mt-0.5 flex-none" name={isMet ? "ready" : "not-yet"} />
        <span>
          <strong className="font-semibold">{isNext ? t(isMet ? "isReady" : "notReady") : ladder("again")}</strong>{" "}
          {t("counts", { met: count("met"), all: criteria.length, unknown: count("unknown") })}{" "}
          {phase.n === program.resume && isMet ? ladder("againProposed") : null}
        </span>
      </p>
      <CriteriaTable page={page} patientId={patientId} phase={phase} program={program} />
    </div>
  );
}
