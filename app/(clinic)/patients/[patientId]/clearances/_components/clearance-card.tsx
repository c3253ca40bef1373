import { useFormatter, useLocale, useTranslations } from "next-intl";
import { ClearanceBadge } from "@/components/clinical/status-badges";
import { AppLink } from "@/components/ui/app-link";
import { LinkButton } from "@/components/ui/link-button";
import { Disclosure } from "@/components/ui/small-parts";
import type { DecidedClearance, PatientClearance } from "@/lib/records/clearances/load-patient-clearances";
import { TermWords } from "./term-words";
import { VerifyButton } from "./verify-button";

/** One clearance: its state, its terms, what was asked, and every signed decision on it. */
export function ClearanceCard({
  clearance,
  patientId,
  timeZone,
}: {
  clearance: PatientClearance;
  patientId: string;
  timeZone: string;
}) {
  const t = useTranslations("clearances.tab");
  const format = useFormatter();
  const locale = useLocale();
  const { subject, state, question, askedBy, askedAt, terms, decisions, decidedBy, isMineToDecide } = clearance;
  const isWaiting = state === "requested" || state === "under-review";
  const [last] = decisions;
  return (
    <article className="grid gap-2 rounded-10 border border-line bg-surface px-4 py-3">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="text-14 font-semibold first-letter:uppercase">{subject[locale]}</h3>
        <ClearanceBadge state={state} />
        <span className="text-ink-3">{t(`decides.${decidedBy}`)}</span>
        {isMineToDecide ? (
          <LinkButton
            className="ms-auto"
            href={`/clearances?clearance=${clearance.clearanceId}`}
            variant={isWaiting ? "primary" : "secondary"}
          >
            {t(isWaiting ? "decide" : "open")}
          </LinkButton>
        ) : null}
      </header>
      {state === "granted" || state === "limited" || state === "under-review" || state === "expired" ? (
        <TermWords terms={terms} />
      ) : null}
      <p>
        <span className="text-ink-3">
          {t("askedBy", { name: askedBy, when: format.dateTime(new Date(askedAt), "dayTime", { timeZone }) })}
        </span>
        {question === null ? null : <> “{question}”</>}
      </p>
      {last !== undefined &&
      last.reason !== null &&
      (state === "returned" || state === "denied" || state === "revoked") ? (
        <p>
          <strong className="font-semibold">{last.signedName}:</strong> “{last.reason}”
        </p>
      ) : null}
      {decisions.length === 0 ? null : (
        <Disclosure summary={t("history", { count: decisions.length })}>
          <ol className="grid gap-2.5">
            {decisions.map((decision) => (
              <li className="border-s-2 border-line ps-3" key={decision.decisionId}>
                <Decision decision={decision} patientId={patientId} timeZone={timeZone} />
              </li>
            ))}
          </ol>
        </Disclosure>
      )}
    </article>
  );
}

function Decision({
  decision,
  patientId,
  timeZone,
}: {
  decision: DecidedClearance;
  patientId: string;
  timeZone: string;
}) {
  const t = useTranslations("clearances.tab");
  const format = useFormatter();
  const { outcome, at, signedName, reason, terms, sha256, decisionId } = decision;
  return (
    <div className="grid gap-1">
      <p className="flex flex-wrap items-center gap-x-2.5">
        <ClearanceBadge size={14} state={outcome} />
        <span>
          <strong className="font-semibold">{signedName}</strong>{" "}
          <span className="text-ink-3">{format.dateTime(new Date(at), "dayTime", { timeZone })}</span>
        </span>
      </p>
      <TermWords terms={terms} />
      {reason === null ? null : <p>{t("reason", { reason })}</p>}
      <p>
        <AppLink className="link-alone" href={`/patients/${patientId}/clearances/${decisionId}`}>
          {t("evidenceThen")}
        </AppLink>
      </p>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-12 text-ink-3">
        <span className="break-all">{t("signature", { digest: sha256 })}</span>
        <VerifyButton decisionId={decisionId} />
      </div>
    </div>
  );
}
