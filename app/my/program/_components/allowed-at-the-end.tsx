import { useFormatter, useTranslations } from "next-intl";
import { poundsOf } from "@/components/clinical/dosage-parts";
import type { EpisodeSummary } from "@/lib/schemas/episode-summary";
import { useText } from "../../_components/words";

type Allowed = EpisodeSummary["allowed"];

/** What was allowed when the treatment ended, each with its limits; of a key its sentence. */
export function AllowedAtTheEnd({ allowed }: { allowed: Allowed }) {
  const t = useTranslations("myProgram.summary");
  const text = useText();
  const limits = useLimits();
  return (
    <section className="break-inside-avoid">
      <h3 className="text-18 font-semibold">{t("may")}</h3>
      {allowed.length === 0 ? <p>{t("mayNone")}</p> : null}
      <ul className="list-disc ps-5">
        {allowed.map((entry) => (
          <li key={entry.id}>
            {text(entry.name)}
            {[...limits(entry), entry.words]
              .filter((line) => line !== null)
              .map((line) => (
                <span className="block text-16 text-ink-2" key={line}>
                  {line}
                </span>
              ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function useLimits(): (entry: Allowed[number]) => string[] {
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
