import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Shape } from "@/components/clinical/shape";
import { Staircase } from "@/components/clinical/staircase";
import { AppLink } from "@/components/ui/app-link";
import { Notice } from "@/components/ui/notice";
import { Avatar, Disclosure } from "@/components/ui/small-parts";
import { ClientMessages } from "@/lib/i18n/client-messages";
import type { ClearanceDetail } from "@/lib/records/clearances/clearance-detail";
import { isGrant } from "@/lib/schemas/clearance";
import { DecisionForm } from "./decision-form";
import type { InboxAddress, MassUnit } from "./decision-values";
import { EvidenceList } from "./evidence-list";
import type { SourceTitles } from "./evidence-row";
import { infoOfDetail } from "./line-info";
import { patientReads } from "./patient-reads";
import type { Signer } from "./signing";
import { titled } from "./words";

/** One clearance: who it is about, what was asked, the evidence, and the bar that decides. */
export function ClearancePanel(props: {
  detail: ClearanceDetail;
  signer: Signer;
  timeZone: string;
  massUnit: MassUnit;
  sources: SourceTitles;
  /** Among those that end: what is to be done about it stands open. */
  isEnding: boolean;
  /** Where the inbox goes on after the signature. */
  next: InboxAddress;
}) {
  const { detail, timeZone } = props;
  const t = useTranslations("clearances");
  const { evidence, outcomes, patient } = detail;
  const isRenewal = isGrant(detail.state);
  const form = (
    <ClientMessages namespaces={["clearances", "status"]}>
      <DecisionForm
        line={infoOfDetail(detail)}
        massUnit={props.massUnit}
        next={props.next}
        patientReads={patientReads[patient.locale]}
        signer={props.signer}
      />
    </ClientMessages>
  );
  return (
    <section aria-labelledby="clearance-title" className="flex h-full min-h-0 flex-col">
      <div className="grid min-h-0 flex-1 content-start gap-3 px-6 py-4 max-md:px-4 lg:overflow-y-auto">
        <p className="lg:hidden">
          <AppLink className="link-alone" href="/clearances">
            {t("backToList")}
          </AppLink>
        </p>
        <Head detail={detail} />
        <Asked detail={detail} timeZone={timeZone} />
        <LastDecision detail={detail} timeZone={timeZone} />
        <EvidenceList evidence={evidence} sources={props.sources} timeZone={timeZone} />
        {isRenewal ? (
          <Disclosure isOpen={props.isEnding} summary={t("decide.renewal.title")}>
            <div className="rounded-10 border border-line bg-surface p-4">{form}</div>
          </Disclosure>
        ) : null}
      </div>
      {outcomes.length > 0 && !isRenewal ? (
        <div className="z-10 bg-surface px-6 py-3 shadow-bar max-md:px-4 lg:max-h-[70%] lg:overflow-y-auto">{form}</div>
      ) : null}
    </section>
  );
}

function Head({ detail: { evidence, patient, subject } }: { detail: ClearanceDetail }) {
  const t = useTranslations("clearances");
  const format = useFormatter();
  const locale = useLocale();
  const { procedure, phase, time } = evidence;
  return (
    <header className="flex flex-wrap items-start gap-x-4 gap-y-2">
      <div className="min-w-0 flex-1 basis-80">
        <h2 className="text-20 font-title tracking-tight" id="clearance-title">
          {titled(subject.name[locale])}
        </h2>
        {subject.meaning === null ? null : <p className="text-ink-3">{subject.meaning[locale]}</p>}
        <p className="text-ink-2">
          <AppLink className="link font-semibold" href={`/patients/${patient.id}/clearances`}>
            {patient.name}
          </AppLink>
          {", "}
          {t("head.line", {
            age: patient.age,
            mrn: patient.mrn,
            procedure: t(`procedures.${procedure.type}`),
            levels: procedure.levels.join(", "),
            technique: procedure.technique,
            date: format.dateTime(new Date(procedure.on), "day"),
            weeks: Math.floor(Math.max(time.day, 0) / 7),
            days: Math.max(time.day, 0) % 7,
            pathway: procedure.pathwayStart === null ? "no" : "yes",
          })}
        </p>
      </div>
      <AppLink className="link-alone text-12" href={`/patients/${patient.id}/clearances/usual`}>
        {t("decide.usual")}
      </AppLink>
      {phase === null ? null : (
        <div className="flex items-center gap-2">
          <Staircase count={phase.of} current={phase.n} size="cell" />
          <div>
            {t("head.phase", { n: phase.n, of: phase.of })}
            <div className="text-12 text-ink-3">{phase.name[locale]}</div>
          </div>
        </div>
      )}
    </header>
  );
}

function Asked({ detail: { evidence }, timeZone }: { detail: ClearanceDetail; timeZone: string }) {
  const t = useTranslations("clearances");
  const format = useFormatter();
  const { by, at, question } = evidence.asked;
  return (
    <div className="flex items-start gap-3 rounded-10 border border-line bg-surface px-4 py-3">
      <Avatar initials={initialsOf(by)} />
      <p className="min-w-0">
        <strong className="font-semibold">{by}</strong>{" "}
        <span className="text-ink-3">
          {t("asked", { when: format.dateTime(new Date(at), "dayTime", { timeZone }) })}
        </span>
        <br />
        {question === null ? null : `“${question}”`}
      </p>
    </div>
  );
}

function LastDecision({
  detail: { lastDecision: last, state },
  timeZone,
}: {
  detail: ClearanceDetail;
  timeZone: string;
}) {
  const t = useTranslations("clearances");
  const status = useTranslations("status.clearance");
  const format = useFormatter();
  if (last === null) return null;
  const when = format.dateTime(new Date(last.at), "dayTime", { timeZone });
  // What waits again was asked back, or taken back: what was said then belongs to the answer.
  const isOpen = state === "under-review" || state === "requested";
  return (
    <Notice shape={<Shape name={state} />} title={status(state)}>
      {t(isOpen ? "last.before" : "last.by", { name: last.by, when })}
      {last.reason === null ? null : <> · {t("last.reason", { reason: last.reason })}</>}
    </Notice>
  );
}

function initialsOf(name: string): string {
  const words = name.replace(/^Dr\.?\s+/, "").split(/[\s,]+/);
  return words
    .slice(0, 2)
    .map((word) => word.charAt(0))
    .join("");
}
