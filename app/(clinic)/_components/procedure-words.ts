import type { useTranslations } from "next-intl";
import type { ProcedureType } from "@/lib/clinical/facts";

type Treated = {
  procedureType: ProcedureType;
  region: "CERVICAL" | "THORACOLUMBAR" | "LUMBAR";
  levels: readonly string[];
};

/** "Lumbar fusion L4–L5": what was treated and where. */
export function procedureInWords(
  { procedureType, region, levels }: Treated,
  t: ReturnType<typeof useTranslations<"patientRecord">>,
): string {
  return `${t(`procedure.${procedureType}`, { region })} ${levelsInWords(levels)}`;
}

/** "L3–L5" for levels that touch, "L2–L3, L5–S1" for levels that do not. */
export function levelsInWords(levels: readonly string[]): string {
  const spans: { from: string; to: string }[] = [];
  for (const level of levels) {
    const [from = level, to = from] = level.split("–");
    const last = spans.at(-1);
    if (last?.to === from) last.to = to;
    else spans.push({ from, to });
  }
  return spans.map(({ from, to }) => (from === to ? from : `${from}–${to}`)).join(", ");
}
