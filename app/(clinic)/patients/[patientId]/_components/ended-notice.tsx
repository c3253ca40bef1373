import { useFormatter, useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import type { PatientHead } from "@/lib/records/patients/load-banner";

/** On every page of a patient without an open episode: that it has ended, its summary, and the way on. */
export function EndedNotice({
  patientId,
  ended,
  mayOpen,
}: {
  patientId: string;
  ended: NonNullable<PatientHead["ended"]>;
  /** Whether the reader may open an episode. */
  mayOpen: boolean;
}) {
  const t = useTranslations("episodeEnd.notice");
  const format = useFormatter();
  const { as: kind, on, episodeId } = ended;
  return (
    <div className="px-6 pt-4 max-md:px-3 builder:hidden print:hidden">
      <Notice
        actions={
          <>
            <LinkButton href={`/patients/${patientId}/episode/summary/${episodeId}`}>{t("summary")}</LinkButton>
            {mayOpen && kind !== "deceased" ? (
              <LinkButton href={`/patients/${patientId}/episode/next`}>{t("next")}</LinkButton>
            ) : null}
          </>
        }
        title={t("title", { date: format.dateTime(new Date(on), "dayYear"), kind })}
        tone="warn"
      >
        {t("body")}
      </Notice>
    </div>
  );
}
