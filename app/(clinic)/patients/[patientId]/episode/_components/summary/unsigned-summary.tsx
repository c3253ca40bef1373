import { useTranslations } from "next-intl";
import type { Actor } from "@/lib/access/actor";
import type { EpisodeSummary } from "@/lib/schemas/episode-summary";
import { SummaryDocument } from "./summary-document";

/** The summary as it would be signed now, before it is. */
export function UnsignedSummary({ summary, clinic }: { summary: EpisodeSummary; clinic: Actor["clinic"] }) {
  const t = useTranslations("episodeEnd.summary");
  return (
    <SummaryDocument
      clinicName={clinic.name}
      end={<p className="font-medium text-warn-ink">{t("preview")}</p>}
      massUnit={clinic.massUnit}
      summary={summary}
    />
  );
}
