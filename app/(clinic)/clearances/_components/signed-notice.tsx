import { useLocale, useTranslations } from "next-intl";
import { ClearanceBadge } from "@/components/clinical/status-badges";
import type { JustSigned } from "@/lib/records/clearances/undo-left";
import { UndoButton } from "./undo-button";
import { titled } from "./words";

/** What was just signed, with the way back while there is one. */
export function SignedNotice({ signed: { decisions, leftMs } }: { signed: JustSigned }) {
  const t = useTranslations("clearances.undo");
  const locale = useLocale();
  const [first] = decisions;
  if (first === undefined) return null;
  const isOne = decisions.length === 1;
  const subject = titled(first.subject[locale]);
  return (
    <div
      className="mx-6 mb-2.5 flex flex-wrap items-center gap-x-3 gap-y-1.5 rounded-10 border border-line bg-surface px-4 py-2 max-md:mx-4"
      role="status"
    >
      {isOne ? (
        <>
          <ClearanceBadge state={first.outcome} />
          <span>
            {t("signed")}: {subject}, {first.patientName}
          </span>
        </>
      ) : (
        <>
          <strong className="font-semibold">{t("signedSeveral", { count: decisions.length })}</strong>
          <span className="min-w-0 text-ink-2">
            {decisions.map((decision) => titled(decision.subject[locale])).join(" · ")}
          </span>
        </>
      )}
      {leftMs === null ? null : (
        <span className="ms-auto">
          <UndoButton
            back="/clearances?"
            decisionIds={decisions.map(({ decisionId }) => decisionId)}
            isOnlyOne
            key={first.decisionId}
            label={isOne ? t("of", { subject }) : t("ofSeveral", { count: decisions.length })}
            leftMs={leftMs}
          />
        </span>
      )}
    </div>
  );
}
