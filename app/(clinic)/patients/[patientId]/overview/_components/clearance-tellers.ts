import { shortDecimal } from "@/lib/i18n/decimals";
import { restrictionInWords } from "../../_components/banner-words";
import { joined, type TellerOf } from "./happened-parts";

/** What was asked, decided, ordered and answered. */
export const clearanceTellers: TellerOf<"asked" | "decided" | "underReview" | "expired" | "restriction" | "question"> =
  {
    asked: ({ subject, question }, { t, locale }) => ({
      shape: "requested",
      title: t("asked", { subject: titled(subject[locale]) }),
      detail: question,
      href: "clearances",
    }),
    decided: (event, { t, status, format, locale }) => ({
      shape: event.outcome === "undone" ? "expired" : event.outcome,
      title: t("decided", { subject: titled(event.subject[locale]), outcome: status(`clearance.${event.outcome}`) }),
      detail: joined([
        event.maxMinutes === null ? null : t("minutes", { n: event.maxMinutes }),
        event.maxKg === null ? null : t("kilos", { n: shortDecimal(event.maxKg) }),
        event.untilDay === null ? null : t("until", { date: format.dateTime(new Date(event.untilDay), "day") }),
        event.reason,
      ]),
      href: `clearances/${event.decisionId}`,
    }),
    underReview: ({ subjects }, { t, format, locale }) => ({
      shape: "under-review",
      title: t("underReview", { count: subjects.length, list: format.list(subjects.map((name) => name[locale])) }),
      detail: null,
      href: "clearances",
    }),
    expired: ({ subject }, { t, locale }) => ({
      shape: "expired",
      title: t("expired", { subject: titled(subject[locale]) }),
      detail: null,
      href: "clearances",
    }),
    restriction: (event, { t, record, format, locale, massUnit }) => ({
      shape: event.act === "ended" || event.act === "over" ? "clear" : "block",
      tone: "mute",
      title: t(`restriction.${event.act}`, {
        words: restrictionInWords(
          { kind: event.restriction, kg: event.kg, minutes: event.minutes, region: event.region },
          massUnit,
          record,
          locale,
        ),
      }),
      detail: joined([
        event.act === "over" || event.untilDate === null
          ? null
          : t("until", { date: format.dateTime(new Date(event.untilDate), "day") }),
        event.untilPhase === null ? null : t("untilPhase", { n: event.untilPhase }),
        event.reason,
      ]),
      href: "episode",
    }),
    question: ({ act, subject, words }, { t, locale }) => ({
      shape: act === "asked" ? "requested" : "returned",
      title: subject ? t(`question.${act}`, { subject: subject[locale] }) : t(`question.${act}Else`),
      detail: words,
      href: "clearances",
    }),
  };

function titled(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
