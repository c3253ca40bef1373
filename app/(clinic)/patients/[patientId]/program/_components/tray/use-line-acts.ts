import { useLocale, useTranslations } from "next-intl";
import { lineAfter, nudged } from "@/lib/draft/nudge";
import { useBuilder } from "../builder-context";
import { useBuilderScreen } from "../builder-screen";

/** What keys, menus and drops do with lines: the change, the focus that stays with what moved, and the words that say so. */
export function useLineActs() {
  const t = useTranslations("program.said");
  const locale = useLocale();
  const { draft, change, content, selected, select, page, openPhase } = useBuilder();
  const { reveal, announce, openPanel } = useBuilderScreen();

  const nameOf = (id: string) => {
    const code = draft.lines.find((line) => line.id === id)?.exercise ?? "";
    return content.exercises[code]?.name[locale] ?? code;
  };
  const inWords = (ids: readonly string[]) =>
    ids.length === 1 ? nameOf(ids[0] ?? "") : t("several", { count: ids.length });

  return {
    nameOf,
    inWords,
    /** The line alone, or every selected one when it is among them, in the draft's order. */
    withSelected: (id: string): string[] =>
      selected.has(id) ? draft.lines.flatMap((line) => (selected.has(line.id) ? [line.id] : [])) : [id],

    canNudge: (ids: readonly string[], by: -1 | 1) => nudged(draft, ids, by) !== null,

    nudge: (ids: readonly string[], by: -1 | 1) => {
      const move = nudged(draft, ids, by);
      if (move === null) return;
      change(move);
      const [first = ""] = ids;
      const phase = draft.lines.find(({ id }) => id === first)?.phase;
      const inPhase = draft.lines.filter((line) => line.phase === phase);
      const place = inPhase.findIndex(({ id }) => id === first) + 1 + by;
      announce(t("place", { name: inWords(ids), place, count: inPhase.length }));
      reveal(first);
    },

    moveTo: (ids: readonly string[], phase: number, before: string | null = null) => {
      if (!page.phases.some(({ n }) => n === phase)) return;
      change({ kind: "place", ids, phase, before });
      openPhase(phase);
      select(ids);
      announce(t("phase", { name: inWords(ids), phase }));
      reveal(ids[0] ?? "");
    },

    duplicate: (id: string) => {
      const line = draft.lines.find((candidate) => candidate.id === id);
      if (!line) return;
      const copy = { ...line, id: crypto.randomUUID(), overrideReason: null };
      change({ kind: "add", lines: [copy], before: lineAfter(draft, id) });
      select([copy.id]);
      announce(t("duplicated", { name: nameOf(id) }));
      reveal(copy.id);
    },

    remove: (ids: readonly string[]) => {
      const [first = ""] = ids;
      const phase = draft.lines.find(({ id }) => id === first)?.phase;
      const stay = draft.lines.filter((line) => line.phase === phase && !ids.includes(line.id));
      const place = draft.lines.filter((line) => line.phase === phase).findIndex(({ id }) => id === first);
      const next = stay[Math.min(place, stay.length - 1)];
      change({ kind: "remove", ids });
      select(next ? [next.id] : []);
      announce(t("removed", { name: inWords(ids) }));
      if (next) reveal(next.id);
    },

    inspect: (id: string) => {
      select([id]);
      openPanel("inspector");
    },
  };
}
