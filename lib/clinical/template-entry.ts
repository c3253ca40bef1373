import { fusionEvidenceLevels, type EntryCriteria } from "./entry-criteria";
import type { ClearanceKey, Text } from "./facts";
import { clearanceWords } from "./words";

/** What a phase asks before it may begin, with its clearances. */
export type AskedEntry = EntryCriteria & { clearances: readonly ClearanceKey[] };

/** The criteria of an entry that another one drops or makes easier; names in both languages. */
export function easierCriteria(before: AskedEntry, after: AskedEntry): Pick<Criterion, "name" | "dropped">[] {
  return criteriaOf(before, after).filter(({ dropped, easier }) => dropped || easier);
}

type Criterion = { name: Text; dropped: boolean; easier: boolean };

type NumberKey =
  "redFlagFreeDays" | "nprsAvg7dMax" | "nprsActivityMax" | "walkContinuousMin" | "sitToleranceMin" | "adherencePct";
/** `most`: the smaller number is the stricter one. */
const numbers: Readonly<Record<NumberKey, Text & { most: boolean }>> = {
  redFlagFreeDays: { en: "days without a warning sign", es: "días sin señal de alarma", most: false },
  nprsAvg7dMax: { en: "mean pain of 7 days", es: "dolor medio de 7 días", most: true },
  nprsActivityMax: { en: "pain in activity", es: "dolor en la actividad", most: true },
  walkContinuousMin: { en: "walking without a break", es: "caminata sin pausa", most: false },
  sitToleranceMin: { en: "sitting", es: "tiempo sentado", most: false },
  adherencePct: { en: "adherence", es: "cumplimiento", most: false },
};
const numberKeys = Object.keys(numbers).filter((key): key is NumberKey => key in numbers);

function criteriaOf(from: AskedEntry, to: AskedEntry): Criterion[] {
  return [
    ...numberKeys.map((key): Criterion => {
      const [was, now, { most, ...name }] = [from[key], to[key], numbers[key]];
      const isLess = was !== null && now !== null && (most ? now > was : now < was);
      return { name, dropped: was !== null && now === null, easier: isLess };
    }),
    woundOf(from, to),
    {
      name: { en: "evidence of fusion", es: "evidencia de fusión" },
      dropped: from.fusionEvidence !== "NONE_REQUIRED" && to.fusionEvidence === "NONE_REQUIRED",
      easier: levelOf(to) < levelOf(from),
    },
    ...from.clearances.map((key): Criterion => {
      return { name: clearanceWords[key], dropped: !to.clearances.includes(key), easier: false };
    }),
    ...from.functional.map((test): Criterion => {
      const kept = to.functional.find(({ measure, op }) => measure === test.measure && op === test.op);
      const name = { en: test.measure, es: test.measure };
      return { name, dropped: !kept, easier: kept !== undefined && isEasierTest(test, kept) };
    }),
    ...from.other.map((name): Criterion => {
      return { name, dropped: !to.other.some(({ en, es }) => en === name.en && es === name.es), easier: false };
    }),
  ];
}

function woundOf(from: EntryCriteria, to: EntryCriteria): Criterion {
  const name = { en: "wound closed", es: "herida cerrada" };
  return { name, dropped: from.woundClosed === true && to.woundClosed !== true, easier: false };
}

function levelOf({ fusionEvidence }: EntryCriteria): number {
  return fusionEvidenceLevels.indexOf(fusionEvidence);
}

/** Another unit or another kind of value cannot be compared: that is said too. */
function isEasierTest(
  { op, value: was, unit }: EntryCriteria["functional"][number],
  { value: now, unit: other }: EntryCriteria["functional"][number],
): boolean {
  if (unit !== other) return true;
  if (typeof was === "string" || typeof now === "string") return was !== now;
  return op === "<=" ? now > was : now < was;
}
