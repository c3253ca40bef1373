import { useFormatter, useTranslations } from "next-intl";
import { poundsOf } from "@/components/clinical/dosage-parts";
import type { EpisodeSummary } from "@/lib/schemas/episode-summary";
import { useText } from "../../_components/words";

type Clearance = EpisodeSummary["clearances"][number];

/** The activities that were allowed on the last day, with their limits; of a key its sentence. */
export function AllowedAtTheEnd({ clearances }: Pick<EpisodeSummary, "clearances">) {
  const t = useTranslations("myProgram.summary");
  const text = useText();
  const limits = useLimits();
  const live = clearances.filter(
    ({ state, kind }) => kind === "activity" && (state === "granted" || state === "limited"),
  );
  return (
    <section className="break-inside-avoid">
      <h3 className="text-18 font-semibold">{t("may")}</h3>
      {live.length === 0 ? <p>{t("mayNone")}</p> : null}
      <ul className="list-disc ps-5">
        {live.map((clearance) => (
          <li key={clearance.subjectId}>
            {[text(clearance.patientName ?? clearance.name), ...limits(clearance)].join(", ")}
            {clearance.words === null ? null : <>. {clearance.words}</>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function useLimits(): (clearance: Clearance) => string[] {
  const t = useTranslations("myProgram.summary");
  const format = useFormatter();
  return ({ maxMinutes, maxKg, until }) => [
    ...(maxMinutes === null ? [] : [t("minutes", { n: maxMinutes })]),
    ...(maxKg === null
      ? []
      : [t("kilos", { kilos: format.number(maxKg, { maximumFractionDigits: 1 }), pounds: poundsOf(maxKg) })]),
    ...(until === null ? [] : [t("until", { date: format.dateTime(new Date(until), "dateWords") })]),
  ];
}
