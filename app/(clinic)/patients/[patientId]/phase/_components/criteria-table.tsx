import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Shape } from "@/components/clinical/shape";
import { AppLink } from "@/components/ui/app-link";
import type { Ladder, LadderPhase, ShownCriterion } from "@/lib/records/readiness/ladder";
import type { ReadinessPage } from "@/lib/records/readiness/load-readiness";
import { SourceIds } from "../../../../_components/source-ids";
import { criterionWords } from "./criterion-words";
import { EvidenceForm } from "./evidence-form";

type Shown = { page: ReadinessPage; program: Ladder; patientId: string };
const states = ["unmet", "unknown", "met"] as const;
const columns = [
  { key: "criterion", look: "w-5/12" },
  { key: "needed", look: "w-22" },
  { key: "evidence", look: "" },
  { key: "sources", look: "w-40" },
] as const;

/**
 * What the phase needs against what is there: unmet first, then unknown, then met, which goes without saying of a phase that has begun before.
 * Below 768 px each row is a block.
 */
export function CriteriaTable({ phase, ...shown }: Shown & { phase: LadderPhase }) {
  const t = useTranslations("readiness");
  const word = useTranslations("status.criterion");
  const listed = states.filter((state) => state !== "met" || phase.n === shown.program.next);
  const rows = phase.criteria.filter(({ state }) => listed.includes(state));
  if (rows.length === 0) return null;
  return (
    <table className="w-full border-collapse max-md:block">
      <caption className="sr-only">{t("caption", { phase: phase.n })}</caption>
      <thead className="max-md:hidden">
        <tr>
          {columns.map(({ key, look }) => (
            <th
              className={`h-7.5 border-b border-line px-2 text-start text-12 font-medium text-ink-3 first:ps-0 last:pe-0 ${look}`}
              key={key}
              scope="col"
            >
              {t(`columns.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block">
        {listed.flatMap((state) => {
          const ofState = rows.filter((criterion) => criterion.state === state);
          if (ofState.length === 0) return [];
          return [
            <tr className="max-md:block" key={`group-${state}`}>
              <th
                className="pt-3 pb-1 text-start text-12 font-semibold text-ink-2 max-md:block"
                colSpan={4}
                scope="colgroup"
              >
                {word(state)} · {ofState.length}
              </th>
            </tr>,
            ...ofState.map((criterion) => (
              <CriterionRow {...shown} criterion={criterion} key={criterion.id} phase={phase.n} />
            )),
          ];
        })}
      </tbody>
    </table>
  );
}

function CriterionRow({
  criterion,
  page,
  program,
  phase,
  patientId,
}: Shown & { criterion: ShownCriterion; phase: number }) {
  const t = useTranslations("readiness");
  const word = useTranslations("status.criterion");
  const status = useTranslations("status.clearance");
  const format = useFormatter();
  const locale = useLocale();
  const { id, state, because, on, source, recorded, recordAs, isSurgeons, test } = criterion;
  const { name, needed, has } = criterionWords(criterion, { t, status, format, locale });
  const cell = "px-2 py-2 align-top max-md:block max-md:px-0 max-md:py-0.5";
  const label = "md:hidden text-12 text-ink-3";
  return (
    <tr className="border-b border-line max-md:block max-md:py-2">
      <th className={`${cell} text-start font-normal md:ps-0`} scope="row">
        <div className="grid grid-cols-[16px_minmax(0,1fr)] gap-x-2">
          <Shape className="mt-0.5" name={state} />
          <div className="grid min-w-0 gap-1">
            <div>
              <span className="font-semibold">{name}</span>{" "}
              <span className="text-12 whitespace-nowrap text-ink-2">{word(state)}</span>
            </div>
            <p className="text-12 text-ink-3 roomy:text-16">{because[locale]}</p>
            {recordAs === null ? null : (
              <EvidenceForm
                criterion={id}
                kind={recordAs}
                method={criterion.method?.[locale] ?? null}
                name={name}
                norm={typeof test?.value === "string" ? t(test.value === "baseline" ? "baseline" : "norm") : null}
                phase={phase}
                procedureOn={page.procedureOn}
                programId={program.id}
                today={page.today}
                unit={test?.unit ?? null}
              />
            )}
            {isSurgeons && state !== "met" ? <p className="text-12 text-ink-2">{t("surgeonRecords")}</p> : null}
            {id.startsWith("clearance:") && state !== "met" && (program.may.ask || criterion.has === "requested") ? (
              <AppLink className="link-alone" href={`/patients/${patientId}/clearances`}>
                {t(criterion.has === "requested" ? "seeRequest" : "ask")}
                <span className="sr-only">: {name}</span>
              </AppLink>
            ) : null}
          </div>
        </div>
      </th>
      <td className={`${cell} md:whitespace-nowrap`}>
        <span className={label}>{t("columns.needed")}: </span>
        {needed}
      </td>
      <td className={cell}>
        <span className={label}>{t("columns.evidence")}: </span>
        <span className="font-medium">{has ?? t("nothing")}</span>
        {on === null ? null : (
          <span className="text-ink-3 md:block md:text-12">
            <span className="md:hidden">, </span>
            <time dateTime={on}>{format.dateTime(new Date(on), "day")}</time>
          </span>
        )}
        {recorded === null ? null : (
          <span className="block text-12 text-ink-3">
            {recorded.note === null ? recorded.by : t("noteBy", { note: recorded.note, name: recorded.by })}
          </span>
        )}
      </td>
      <td className={`${cell} text-12 md:pe-0`}>
        <span className={label}>{t("columns.sources")}: </span>
        <SourceIds ids={source} />
      </td>
    </tr>
  );
}
