import { useFormatter, useTranslations } from "next-intl";
import { poundsOf } from "@/components/clinical/dosage-parts";
import type { AllowedEntry, OwnRestriction } from "@/lib/records/today/load-allowed";
import { useText } from "../../_components/words";
import { EntryRow } from "./allowed-card";

type EntryProps = { entry: AllowedEntry; timeZone: string };

/** What is allowed: within which limits, who said so and when, when it is looked at next. */
export function YesEntry({ entry, timeZone, today }: EntryProps & { today: string }) {
  const t = useTranslations("patient.allowed");
  const text = useText();
  const { day, moment, kilos } = useWords(timeZone);
  const { name, maxMinutes, maxKg, words, until, decider, decidedAt, reviewOn } = entry;
  return (
    <EntryRow
      lines={[
        words,
        maxMinutes === null ? null : t("minutes", { n: maxMinutes }),
        maxKg === null ? null : t("kilos", kilos(maxKg)),
        until === null ? null : t("until", { date: day(until) }),
        decider === null || decidedAt === null ? null : t("by", { name: decider, date: moment(decidedAt) }),
        reviewOn === null || reviewOn < today ? null : t("nextLook", { date: day(reviewOn) }),
      ]}
      name={text(name)}
    />
  );
}

/** What somebody is asked about, or looks at again. */
export function AskEntry({ entry, timeZone, surgeon }: EntryProps & { surgeon: string }) {
  const t = useTranslations("patient.allowed");
  const named = useName();
  const { moment } = useWords(timeZone);
  const { state, requestedBy, requestedAt, decider } = entry;
  return (
    <EntryRow
      lines={[
        state === "under-review"
          ? t("review", { name: decider ?? surgeon })
          : t("asked", { name: requestedBy, date: moment(requestedAt) }),
      ]}
      name={named(entry)}
    />
  );
}

/** What is not allowed, and who decides when it is. */
export function NotYetEntry({ entry, timeZone, surgeon, today }: EntryProps & { surgeon: string; today: string }) {
  const t = useTranslations("patient.allowed");
  const named = useName();
  const { day, moment } = useWords(timeZone);
  const { state, from, until, decider, decidedAt, reviewOn } = entry;
  const by = { name: decider ?? surgeon, date: decidedAt === null ? "" : moment(decidedAt) };
  const why =
    state === "denied"
      ? t("denied", by)
      : state === "revoked"
        ? t("revoked", by)
        : from !== null && from > today
          ? t("from", { date: day(from) })
          : until === null
            ? null
            : t("over", { date: day(until) });
  return (
    <EntryRow
      lines={[
        why,
        reviewOn !== null && reviewOn >= today
          ? t("nextLook", { date: day(reviewOn) })
          : t("decides", { name: decider ?? surgeon }),
      ]}
      name={named(entry)}
    />
  );
}

/** What the surgeon forbids for now. */
export function RestrictionEntry({ restriction, surgeon }: { restriction: OwnRestriction; surgeon: string }) {
  const t = useTranslations("patient.allowed");
  const named = useRestrictionName();
  const { day } = useWords("UTC");
  const { until } = restriction;
  return (
    <EntryRow
      lines={[
        until === null
          ? t("restrictionOpen", { name: surgeon })
          : t("restrictionUntil", { date: day(until), name: surgeon }),
      ]}
      name={named(restriction)}
    />
  );
}

function useRestrictionName() {
  const t = useTranslations("patient.allowed.restrictions");
  const { kilos } = useWords("UTC");
  return ({ kind, kg, minutes }: OwnRestriction) => {
    if (kind === "lift-limit") return t(kind, kilos(kg ?? 0));
    return kind === "sit-limit" ? t(kind, { minutes: String(minutes ?? 0) }) : t(kind);
  };
}

/** The name of what is not granted: of a key a plain name, because its sentence is true only while it is granted. */
function useName() {
  const keys = useTranslations("patient.allowed.keys");
  const text = useText();
  return ({ key, name }: AllowedEntry) => (key === null ? text(name) : keys(key));
}

function useWords(timeZone: string) {
  const format = useFormatter();
  return {
    day: (iso: string) => format.dateTime(new Date(iso), "dateWords"),
    moment: (iso: string) => format.dateTime(new Date(iso), { timeZone, month: "long", day: "numeric" }),
    kilos: (kg: number) => ({ kilos: format.number(kg, { maximumFractionDigits: 1 }), pounds: poundsOf(kg) }),
  };
}
