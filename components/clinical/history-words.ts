import type { useTranslations } from "next-intl";
import type { Locale } from "@/lib/i18n/locale";
import type { HistoryEntry } from "@/lib/records/today/load-own-history";

type Words = ReturnType<typeof useTranslations<"myRecord.changes">>;
/** Of what changed only who changed it: the page and the file list the changes themselves. */
type Entry = Exclude<HistoryEntry, { kind: "changes" }> | { kind: "changes"; by: string };

/** What happened, and who decided it and why. */
export function historyWords(t: Words, entry: Entry, locale: Locale): { title: string; why: string } {
  switch (entry.kind) {
    case "changes":
      return { title: t("changed"), why: t("by", { name: entry.by }) };
    case "begun":
    case "step":
    case "back": {
      const step = entry.name === null ? "none" : entry.name[locale];
      const said = { begun: ["begun", "begunBy"], step: ["step", "stepBy"], back: ["wentBack", "backBy"] } as const;
      const [title, why] = said[entry.kind];
      return { title: t(title, { step }), why: t(why, { name: entry.by }) };
    }
    case "pause": {
      const { by, cause } = entry;
      const why = by === null || cause === null ? t("answers") : t(`why.${cause}`, { name: by });
      return { title: t(entry.isSuspension ? "stopped" : "paused"), why };
    }
    case "resume":
      return { title: t("resumed"), why: t("resumedBy", { name: entry.by }) };
  }
}
