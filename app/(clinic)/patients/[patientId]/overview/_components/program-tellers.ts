import { dayIn } from "@/lib/dates";
import { conditionWords } from "@/lib/clinical/words";
import { procedureInWords } from "../../../../_components/procedure-words";
import { causeInWords } from "../../_components/banner-words";
import { criterionInWords } from "./criterion-words";
import { joined, type TellerOf } from "./happened-parts";

/** What was done, signed, held and reported. */
export const programTellers: TellerOf<
  | "procedure"
  | "revision"
  | "phase"
  | "completed"
  | "episodeEnded"
  | "episodeOpened"
  | "hold"
  | "lifted"
  | "conditions"
  | "protocol"
  | "shift"
  | "evidence"
  | "redFlag"
> = {
  procedure: (event, { record }) => ({
    shape: "now",
    title: `${procedureInWords(event, record)}, ${event.technique}`,
    detail: null,
    href: "episode",
  }),
  revision: ({ number }, { t }) => ({
    shape: "done",
    title: t("revision", { number }),
    detail: null,
    href: `program/revisions/${number}`,
  }),
  phase: ({ from, to, name, reason }, { t, locale }) => ({
    shape: from !== null && to < from ? "stepped-back" : "now",
    title: t(from === null ? "began" : to < from ? "steppedBack" : "phase", { to, name: name?.[locale] ?? "" }),
    // The first phase begins with the program's own signature: nobody wrote a reason.
    detail: from === null ? null : reason,
    href: "phase",
  }),
  completed: ({ reason }, { t }) => ({ shape: "done", title: t("completed"), detail: reason, href: "phase" }),
  episodeEnded: ({ episodeId, as: kind, to, reason }, { t }) => ({
    shape: "done",
    tone: "mute",
    title: t("episodeEnded", { kind, to: to ?? "" }),
    detail: reason,
    href: `episode/summary/${episodeId}`,
  }),
  episodeOpened: (_, { t }) => ({ shape: "now", title: t("episodeOpened"), detail: null, href: "episode" }),
  hold: ({ cause, surgeonOnly, ruleName, words }, { t, record, locale }) => ({
    shape: "hold",
    title: t(surgeonOnly ? "suspended" : "held", { cause: ruleName?.[locale] ?? causeInWords(cause, record) }),
    detail: words,
    href: "overview",
  }),
  lifted: ({ cause, ruleName, reason, stayReason }, { t, record, locale }) => ({
    shape: "clear",
    title: t("lifted", { cause: ruleName?.[locale] ?? causeInWords(cause, record) }),
    detail: joined([reason, stayReason]),
    href: "overview",
  }),
  conditions: ({ added, removed }, { t, format, locale }) => {
    const list = (ids: typeof added) => format.list(ids.map((id) => conditionWords[id][locale]));
    return {
      shape: "caution",
      tone: "mute",
      title: t("conditions"),
      detail: joined([
        added.length === 0 ? null : t("added", { list: list(added) }),
        removed.length === 0 ? null : t("removed", { list: list(removed) }),
      ]),
      href: "episode",
    };
  },
  protocol: ({ title, protocolId, isEnd, reason }, { t, locale }) => ({
    shape: "now",
    title: t(isEnd ? "protocolEnded" : "protocolAdded", { name: title?.[locale] ?? protocolId }),
    detail: reason,
    href: "episode",
  }),
  shift: ({ days, reason }, { t }) => ({
    shape: "not-yet",
    title: t("shift", { days }),
    detail: reason,
    href: "episode",
  }),
  evidence: ({ criterion, value, on, at }, { t, format, locale, timeZone }) => ({
    shape: "met",
    tone: "mute",
    title: criterionInWords(criterion, value, t, locale),
    detail: on === dayIn(timeZone, new Date(at)) ? null : t("seenOn", { date: format.dateTime(new Date(on), "day") }),
    href: "phase",
  }),
  redFlag: ({ level, fired }, { t, status, format, locale }) => ({
    shape: level === "EMERGENCY" ? "emergency" : "same-day",
    title: t("redFlag", { level: status(`triage.${level}`) }),
    detail: joined([format.list(fired.flatMap(({ name }) => (name === null ? [] : [name[locale]])))]),
    href: "check-ins",
  }),
};
