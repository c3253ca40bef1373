import { useTranslations } from "next-intl";
import { type DropItem, isTextDropItem } from "react-aria-components";
import type { DraftLine } from "@/lib/schemas/program";
import { useBuilder } from "../builder-context";
import { useBuilderScreen } from "../builder-screen";
import { exerciseDrag, lineDrag } from "./exercise-drag";
import { useNewLines } from "../library/library-panel-add";
import { useLineActs } from "./use-line-acts";

/** `before`: the line in front of which it lands; null: at the end of the phase. */
export type LineDrops = (items: readonly DropItem[], phase: number, before: string | null) => Promise<void>;

/** Puts what was dropped into a phase: lines move, exercises of the library become lines with the dosage they begin with. */
export function useLineDrops(): LineDrops {
  const t = useTranslations("program.said");
  const { draft, change, content, select } = useBuilder();
  const newLines = useNewLines();
  const { announce } = useBuilderScreen();
  const { inWords } = useLineActs();

  async function newLinesOf(items: readonly DropItem[], phase: number): Promise<DraftLine[]> {
    const codes = await textOf(items, exerciseDrag);
    return newLines(
      codes.flatMap((code) => content.exercises[code] ?? []),
      phase,
    );
  }

  return async (items, phase, before) => {
    const ids = new Set(await textOf(items, lineDrag));
    const moving = draft.lines.flatMap(({ id }) => (ids.has(id) ? [id] : []));
    if (moving.length > 0) {
      change({ kind: "place", ids: moving, phase, before });
      announce(t("phase", { name: inWords(moving), phase }));
    }
    const lines = await newLinesOf(items, phase);
    if (lines.length > 0) {
      change({ kind: "add", lines, before });
      select(lines.map(({ id }) => id));
      announce(t("added", { count: lines.length, phase }));
    }
  };
}

async function textOf(items: readonly DropItem[], type: string): Promise<string[]> {
  const texts = items.filter(isTextDropItem).filter(({ types }) => types.has(type));
  return Promise.all(texts.map((item) => item.getText(type)));
}
