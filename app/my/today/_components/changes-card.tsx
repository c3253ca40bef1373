import { useFormatter, useLocale, useTranslations } from "next-intl";
import { changeSentences } from "@/components/clinical/change-sentences";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import type { OwnChanges } from "@/lib/records/today/own-changes";
import { useText } from "../../_components/words";
import { seeChangesAction } from "../changes/actions";

const shownAtOnce = 4;

/** What is different since the last time, until the patient says that they have read it. */
export function ChangesCard({ changes: { revisionId, by, on, changes } }: { changes: OwnChanges }) {
  const t = useTranslations("patient.changes");
  const format = useFormatter();
  const locale = useLocale();
  const words = useText();
  const sentences = changes.flatMap(({ name, change }) => changeSentences(locale, change, words(name)));
  const rest = sentences.length - shownAtOnce;
  return (
    <Card title={t("title", { date: format.dateTime(new Date(on), "dayMonthWords") })}>
      <ul className="grid list-disc gap-1 ps-5">
        {sentences.slice(0, shownAtOnce).map((sentence, index) => (
          <li key={`${index} ${sentence}`}>{sentence}</li>
        ))}
      </ul>
      {rest > 0 ? <p className="mt-1">{t("rest", { count: rest })}</p> : null}
      <p className="mt-2 text-16 text-ink-2">{t("changedBy", { name: by })}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <SeenForm revisionId={revisionId} />
        <LinkButton href="/my/today/changes">{t("more")}</LinkButton>
      </div>
    </Card>
  );
}

/** The patient's word that they have read it; the card then goes. */
export function SeenForm({ revisionId, isWide = false }: { revisionId: string; isWide?: boolean }) {
  const t = useTranslations("patient.changes");
  return (
    <form action={seeChangesAction}>
      <input name="revisionId" type="hidden" value={revisionId} />
      <SubmitButton isWide={isWide} variant={isWide ? "primary" : "secondary"}>
        {t("ok")}
      </SubmitButton>
    </form>
  );
}
