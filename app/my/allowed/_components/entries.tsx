import { useTranslations } from "next-intl";
import { RestrictionPicture } from "@/components/clinical/restriction-picture";
import type { Day } from "@/lib/dates";
import type { OwnRestriction } from "@/lib/records/today/allowed-row";
import type { AllowedEntry } from "@/lib/records/today/load-allowed";
import { useText } from "../../_components/words";
import { EntryRow } from "./allowed-card";
import { useAllowedWords, useEntryName, useRestrictionName } from "./words";

type EntryProps = { entry: AllowedEntry; timeZone: string; today: Day };

/** What is allowed: within which limits, who said so and when, when it is looked at next. */
export function YesEntry({ entry, timeZone, today }: EntryProps) {
  const t = useTranslations("patient.allowed");
  const text = useText();
  const { day, moment, kilos, like } = useAllowedWords(timeZone, today);
  const { id, key, name, maxMinutes, maxKg, clearance } = entry;
  const isLifting = maxKg !== null && (id === "lifting" || key === "LIFT_LIMIT_UPDATE");
  const { words = null, until = null, decider = null, decidedAt = null, reviewOn = null } = clearance ?? {};
  const next = reviewOn === null || reviewOn < today ? null : day(reviewOn);
  const by = decider === null || decidedAt === null ? null : { name: decider, date: moment(decidedAt) };
  return (
    <EntryRow
      lines={[
        words,
        maxMinutes === null ? null : t("minutes", { n: maxMinutes }),
        maxKg === null || isLifting ? null : t("kilos", kilos(maxKg)),
        maxKg === null ? null : like(maxKg),
        until === null ? null : t("until", { date: day(until) }),
        by === null ? null : next === null ? t("by", by) : t("byNextLook", { ...by, next }),
      ]}
      name={isLifting ? t("liftUpTo", kilos(maxKg)) : text(name)}
    />
  );
}

/** What somebody is asked about or looks at again, and what one could ask for by now. */
export function AskEntry({ entry, timeZone, today, surgeon }: EntryProps & { surgeon: string }) {
  const t = useTranslations("patient.allowed");
  const named = useEntryName();
  const { moment } = useAllowedWords(timeZone, today);
  const { whyNot, decides, decider, clearance } = entry;
  const line =
    clearance === null || whyNot === "nobody-asked"
      ? t("askFirst", { name: decider })
      : whyNot === "under-review"
        ? t("review", { name: decider })
        : decides === "therapist"
          ? t("askedOwn", { name: decider })
          : t("asked", { name: clearance.requestedBy, decider: surgeon, date: moment(clearance.requestedAt) });
  return <EntryRow lines={[line]} name={named(entry)} />;
}

/** What is not allowed, why, and who decides when it is. */
export function NotYetEntry({ entry, timeZone, today }: EntryProps) {
  const t = useTranslations("patient.allowed");
  const named = useEntryName();
  const why = useWhyNot(timeZone, today);
  const { day, month } = useAllowedWords(timeZone, today);
  const { notBefore, decider, clearance, whyNot } = entry;
  const reviewOn = clearance?.reviewOn ?? null;
  const end =
    reviewOn !== null && reviewOn >= today
      ? t("nextLook", { date: day(reviewOn) })
      : whyNot === "nobody-asked" && notBefore !== null
        ? t("notBefore", { ...month(notBefore), name: decider })
        : t("decides", { name: decider });
  return <EntryRow lines={[why(entry), end]} name={named(entry)} />;
}

function useWhyNot(timeZone: string, today: Day): (entry: AllowedEntry) => string | null {
  const t = useTranslations("patient.allowed");
  const { day, moment } = useAllowedWords(timeZone, today);
  return ({ whyNot, closedBy: [kind], decider, clearance }) => {
    if (whyNot === "restriction") return kind === undefined ? null : t(`while.${kind}`);
    if (clearance === null) return null;
    const { from, until, decidedAt } = clearance;
    const by = { name: decider, date: decidedAt === null ? "" : moment(decidedAt) };
    if (whyNot === "denied") return t("denied", by);
    if (whyNot === "revoked") return t("revoked", by);
    if (whyNot === "later" && from !== null) return t("from", { date: day(from) });
    return whyNot === "over" && until !== null ? t("over", { date: day(until) }) : null;
  };
}

/** What the surgeon forbids for now, in words and as a drawing. */
export function RestrictionEntry({
  restriction,
  surgeon,
  timeZone,
  today,
}: {
  restriction: OwnRestriction;
  surgeon: string;
  timeZone: string;
  today: Day;
}) {
  const t = useTranslations("patient.allowed");
  const keys = useTranslations("patient.allowed.keys");
  const named = useRestrictionName();
  const { day, moment } = useAllowedWords(timeZone, today);
  const { kind, until, untilPhase, untilClearance, orderedBy, orderedAt } = restriction;
  const end =
    until !== null
      ? t("restrictionUntil", { date: day(until), name: surgeon })
      : untilPhase !== null
        ? t("restrictionPhase", { phase: untilPhase, name: surgeon })
        : untilClearance !== null
          ? t("restrictionKey", { key: keys(untilClearance), name: surgeon })
          : t("restrictionOpen", { name: surgeon });
  return (
    <EntryRow
      lines={[end, t(orderedBy === surgeon ? "since" : "ordered", { name: orderedBy, date: moment(orderedAt) })]}
      name={named(restriction)}
      picture={<RestrictionPicture kind={kind} label={t(`pictures.${kind}`)} />}
    />
  );
}
