import type { EntryCriteria, PhaseWithEntry, ProtocolWithEntry } from "./entry-criteria";
import { fusionEvidenceLevels } from "./entry-criteria";
import type { Text } from "./facts";
import { clearanceWords, movementInWords } from "./words";

/** One way in which a template lets more through than the shipped protocol. */
export type TemplateDifference = {
  kind: "start" | "phase" | "limit" | "tag" | "criterion";
  phase: number;
  because: Text;
};

/**
 * Everything in which a template is less strict than the shipped protocol: phases that begin earlier or are gone, limits that are looser and tags
 * that are free on days on which the protocol holds them, criteria of an entry that are dropped or easier.
 * @param shipped with the clinic's own numbers
 * @returns none when the template is as strict or stricter
 */
export function templateLessStrict(shipped: ProtocolWithEntry, own: ProtocolWithEntry): TemplateDifference[] {
  return shipped.phases.flatMap((before) => {
    const after = own.phases.find(({ n }) => n === before.n);
    const entry = after ? [...earlier(before, after), ...easier(before, after)] : [gone(before)];
    return [
      ...entry,
      ...own.phases.filter((phase) => overlap(before, phase)).flatMap((phase) => looser(before, phase)),
    ];
  });
}

function gone({ n, name }: PhaseWithEntry): TemplateDifference {
  return {
    ...{ kind: "phase", phase: n },
    because: {
      en: `The protocol's phase ${n} (${name.en}) and its entry criteria are gone.`,
      es: `Falta la fase ${n} del protocolo (${name.es}) con sus criterios de entrada.`,
    },
  };
}

function earlier({ n, dayStart: from }: PhaseWithEntry, { dayStart: to }: PhaseWithEntry): TemplateDifference[] {
  if (to >= from) return [];
  const because = {
    en: `Phase ${n} begins on day ${to}; in the protocol on day ${from}.`,
    es: `La fase ${n} empieza el día ${to}; en el protocolo, el día ${from}.`,
  };
  return [{ kind: "start", phase: n, because }];
}

function overlap(a: PhaseWithEntry, b: PhaseWithEntry): boolean {
  return a.dayStart < (b.dayEndExclusive ?? Infinity) && b.dayStart < (a.dayEndExclusive ?? Infinity);
}

/** What the protocol holds on days of both phases and the template does not. */
function looser(before: PhaseWithEntry, { n, limits, blockedTags }: PhaseWithEntry): TemplateDifference[] {
  const limited = (["liftKg", "sitMaxMin"] as const).flatMap((limit): TemplateDifference[] => {
    const [from, to] = [before.limits[limit], limits[limit]];
    if (from === null || (to !== null && to <= from)) return [];
    const of = limitWords[limit];
    const because = {
      en: `Phase ${n}: ${of.en} ${to === null ? "is gone" : `is ${to} ${of.unit}`}; in the protocol it is ${from} ${of.unit} on these days.`,
      es: `Fase ${n}: ${of.es} ${to === null ? "falta" : `es de ${to} ${of.unit}`}; en el protocolo es de ${from} ${of.unit} en esos días.`,
    };
    return [{ kind: "limit", phase: n, because }];
  });
  const freed = before.blockedTags
    .filter(
      ({ tag, region }) =>
        !blockedTags.some((own) => own.tag === tag && (own.region === null || own.region === region)),
    )
    .map((tag): TemplateDifference => {
      const movement = movementInWords(tag);
      const because = {
        en: `Phase ${n}: ${movement.en} is not blocked; in the protocol it is on these days.`,
        es: `Fase ${n}: no se bloquea ${movement.es}; en el protocolo sí, en esos días.`,
      };
      return { kind: "tag", phase: n, because };
    });
  return [...limited, ...freed];
}

const limitWords = {
  liftKg: { en: "the lifting limit", es: "el límite de peso", unit: "kg" },
  sitMaxMin: { en: "the sitting limit", es: "el límite de tiempo sentado", unit: "min" },
} as const;

type Criterion = { name: Text; dropped: boolean; easier: boolean };

function easier(before: PhaseWithEntry, after: PhaseWithEntry): TemplateDifference[] {
  return criteriaOf(before, after).flatMap(({ name, dropped, easier: isEasier }): TemplateDifference[] => {
    if (!dropped && !isEasier) return [];
    const because = {
      en: `Entry of phase ${before.n}: “${name.en}” is ${dropped ? "dropped" : "easier than in the protocol"}.`,
      es: `Entrada a la fase ${before.n}: “${name.es}” ${dropped ? "se quita" : "es más fácil que en el protocolo"}.`,
    };
    return [{ kind: "criterion", phase: before.n, because }];
  });
}

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

function criteriaOf(before: PhaseWithEntry, after: PhaseWithEntry): Criterion[] {
  const [from, to] = [before.entryCriteria, after.entryCriteria];
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
    ...before.entryClearances.map((key): Criterion => {
      return { name: clearanceWords[key], dropped: !after.entryClearances.includes(key), easier: false };
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
