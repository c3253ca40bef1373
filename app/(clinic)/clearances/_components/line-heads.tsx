import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Shape } from "@/components/clinical/shape";
import { ClearanceBadge } from "@/components/clinical/status-badges";
import { UnverifiedMark } from "@/components/clinical/unverified-mark";
import { AppLink } from "@/components/ui/app-link";
import { meanDecimal } from "@/lib/i18n/decimals";
import type { ClearanceDetail } from "@/lib/records/clearances/clearance-detail";
import type { Evidence } from "@/lib/records/clearances/evidence";
import type { Caution } from "@/lib/records/clearances/evidence-needed";
import type { UsualLine } from "@/lib/records/clearances/load-usual";
import { SourceIds } from "../../_components/source-ids";

/** Of a waiting clearance: whose, what was asked, and the evidence in a line. */
export function AskedHead({ detail: { patient, evidence, clearanceId, state } }: { detail: ClearanceDetail }) {
  const t = useTranslations("clearances");
  const { asked, procedure, time } = evidence;
  return (
    <>
      <p>
        <AppLink className="link font-semibold" href={`/clearances?clearance=${clearanceId}`}>
          {patient.name}
        </AppLink>
        {", "}
        {t("item.place", {
          procedure: t(`procedures.${procedure.type}`),
          levels: procedure.levels.join(", "),
          day: time.day,
          pathway: procedure.pathwayStart === null ? "no" : "yes",
        })}{" "}
        {state === "under-review" ? <ClearanceBadge size={14} state={state} /> : null}
      </p>
      {asked.question === null ? null : <p>“{asked.question}”</p>}
      <EvidenceLine evidence={evidence} />
    </>
  );
}

/** Of a line of a set: when it typically begins, by which source, and what it opens. */
export function UsualHead({ line }: { line: UsualLine }) {
  const t = useTranslations("clearances.usual");
  const format = useFormatter();
  const locale = useLocale();
  const { evidence, start, typicalDay, isEarly, state, needsLimit, caution } = line;
  const { lines, phases } = evidence.opens;
  const opened = [...phases.map(({ n }) => t("phase", { n })), ...lines.map(({ name }) => name[locale])];
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2">
        <span className={isEarly ? "tone-care inline-flex items-center gap-1.5 font-semibold text-(--tone-ink)" : ""}>
          {isEarly ? <Shape name="caution" size={12} /> : null}
          {t(isEarly ? "early" : "since", { day: typicalDay, date: format.dateTime(new Date(start.on), "day") })}
        </span>
        <span className="text-12 text-ink-3">
          {start.basis === "sourced" ? <SourceIds ids={[...start.sources]} /> : <UnverifiedMark />}
        </span>
        {state === null ? null : <ClearanceBadge size={14} state={state} />}
      </p>
      {evidence.asked.question === null ? null : <p>“{evidence.asked.question}”</p>}
      {opened.length === 0 ? null : <p className="text-ink-2">{t("opens", { list: opened.join(", ") })}</p>}
      {evidence.conditions.toCheck.length === 0 ? null : (
        <p className="text-ink-3">
          {t("toCheck", { list: evidence.conditions.toCheck.map((condition) => condition[locale]).join("; ") })}
        </p>
      )}
      {needsLimit ? <p className="text-ink-2">{t("needsLimit")}</p> : null}
      {caution === null ? null : <NotChosen caution={caution} />}
    </>
  );
}

/** Why a person chooses this line, and not the page. */
function NotChosen({ caution: { isHeld, missing } }: { caution: Caution }) {
  const t = useTranslations("clearances");
  const format = useFormatter();
  const needs = missing.map((need) => t(`item.needs.${need}`));
  const reasons = [
    isHeld ? t("usual.held") : null,
    needs.length === 0 ? null : t("item.missing", { list: format.list(needs) }),
  ].filter((reason) => reason !== null);
  return (
    <p className="flex items-start gap-1.5">
      <span className="pt-0.5">
        <Shape name="unknown" size={14} />
      </span>
      {t("usual.notChosen", { reasons: reasons.join(". ") })}
    </p>
  );
}

/** Time, pain, adherence and red flags in one line; what is missing is named. `isShared`: of several lines, without the time of each. */
export function EvidenceLine({
  evidence: { time, pain, conditions },
  isShared = false,
}: {
  evidence: Evidence;
  isShared?: boolean;
}) {
  const t = useTranslations("clearances.evidence");
  const format = useFormatter();
  const { redFlags, adherencePercent, holds } = conditions;
  const usual = time.typical?.day ?? null;
  const timeWords = () => {
    if (time.typical?.isAvoided === true) return t("avoid", { day: time.day });
    if (usual === null) return t("noTypical", { day: time.day });
    return time.day < usual
      ? t("early", { day: time.day, n: usual - time.day })
      : t("past", { day: time.day, n: time.day - usual });
  };
  const parts = [
    isShared ? null : timeWords(),
    pain.mean === null ? t("painNone") : t("painMean", { mean: meanDecimal(pain.mean) }),
    adherencePercent === null ? t("noAdherence") : t("adherence", { percent: adherencePercent }),
    redFlags.last === null
      ? t("noRedFlag")
      : t("redFlags", { count: redFlags.count, date: format.dateTime(new Date(redFlags.last), "day") }),
    holds.length === 0 ? null : t("hold", { date: format.dateTime(new Date(holds[0]?.since ?? 0), "day") }),
  ];
  return <p className="text-ink-2">{parts.filter((part) => part !== null).join(" · ")}</p>;
}
