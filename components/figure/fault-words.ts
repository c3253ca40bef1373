import { useMessages, useTranslations } from "next-intl";
import type { PlacedFault } from "@/lib/figure/placed-faults";

/** A part of the body by the name that a fault gives it, with its side: "Knee, right". */
export function usePartWords(): (joint: string) => string {
  const t = useTranslations("figures.at");
  const known: Readonly<Record<string, string>> = useMessages().figures.parts;
  const drawing = useMessages().figures.parts.record;
  return (joint) => {
    const [, base = joint, side] = /^(.+?)([RL])$/.exec(joint) ?? [];
    const part = known[base] ?? drawing;
    if (side === undefined || known[base] === undefined) return part;
    return t(side === "R" ? "right" : "left", { part });
  };
}

/** A fault in words: where it is (picture and part; the part alone beside its picture's numbers), and what is wrong there. */
export function useFaultWords(): (fault: PlacedFault) => { where: string; part: string; what: string } {
  const t = useTranslations("figures");
  const partWords = usePartWords();
  return ({ key, isOnTheWay, joint, kind, angle }) => ({
    where: `${t(isOnTheWay ? "at.way" : "at.picture", { n: key + 1 })}, ${partWords(joint)}`,
    part: partWords(joint),
    what: angle === null ? t(`kinds.${kind}`) : t("kinds.beyondBy", angle),
  });
}
