import type { PhaseFacts, Text } from "./facts";
import { easierCriteria, type AskedEntry } from "./template-entry";
import { matchPhases, overlapOf } from "./template-match";
import { movementInWords } from "./words";

/** One way in which a template lets more through than the shipped protocol. */
export type TemplateDifference = {
  kind: "start" | "phase" | "limit" | "tag" | "criterion";
  phase: number;
  because: Text;
};

/** Of a phase, what is measured, with its words on bracing and driving. */
export type MeasuredPhase = Pick<PhaseFacts, "n" | "name" | "dayStart" | "dayEndExclusive" | "blockedTags"> & {
  limits: PhaseFacts["limits"] & { brace: Text | null; driving: Text | null };
  entryCriteria: AskedEntry;
};

/**
 * Everything in which a template is less strict than the shipped protocol: phases that begin earlier or are gone, limits that are looser, movements
 * that are free and words on bracing and driving that are others on days on which the protocol has them, criteria of an entry that are dropped or
 * easier. Phases belong together by their names and days, not by their numbers.
 * @param shipped the protocol's phases, with the clinic's own numbers
 * @returns none when the template is as strict or stricter
 */
export function templateLessStrict(
  shipped: readonly MeasuredPhase[],
  own: readonly MeasuredPhase[],
): TemplateDifference[] {
  const pairs = matchPhases(shipped, own);
  const matched = new Set(pairs.values());
  const found = shipped.flatMap((before) => {
    const after = pairs.get(before);
    // A phase that the protocol has not got opens what this one opens, when it begins on this one's days before it.
    const sooner = own.filter((phase) => !matched.has(phase) && after && isBetween(phase.dayStart, before, after));
    const entry = after
      ? [...earlier(before, after), ...[after, ...sooner].flatMap((phase) => easier(before, phase))]
      : [gone(before)];
    return [
      ...entry,
      ...own
        .filter((phase) => overlapOf(before, phase) > 0)
        .flatMap((phase) => [...looser(before, phase), ...otherWords(before, phase, shipped)]),
    ];
  });
  const all = [...found, ...laterStage(shipped, own, found)];
  return all.filter(({ because }, index) => all.findIndex((one) => one.because.en === because.en) === index);
}

function isBetween(day: number, before: MeasuredPhase, after: MeasuredPhase): boolean {
  return day >= before.dayStart && day < Math.min(after.dayStart, before.dayEndExclusive ?? Infinity);
}

function gone({ n, name }: MeasuredPhase): TemplateDifference {
  return {
    ...{ kind: "phase", phase: n },
    because: {
      en: `The protocol's phase ${n} (${name.en}) and its entry criteria are gone.`,
      es: `Falta la fase ${n} del protocolo (${name.es}) con sus criterios de entrada.`,
    },
  };
}

/** The number of the template's phase, and the protocol's where that is another one. */
function numbered(before: MeasuredPhase, { n }: MeasuredPhase): Text {
  if (n === before.n) return { en: String(n), es: String(n) };
  return { en: `${n} (the protocol's phase ${before.n})`, es: `${n} (la ${before.n} del protocolo)` };
}

function earlier(before: MeasuredPhase, after: MeasuredPhase): TemplateDifference[] {
  const [from, to] = [before.dayStart, after.dayStart];
  if (to >= from) return [];
  const of = numbered(before, after);
  const because = {
    en: `Phase ${of.en} begins on day ${to}; in the protocol on day ${from}.`,
    es: `La fase ${of.es} empieza el día ${to}; en el protocolo, el día ${from}.`,
  };
  return [{ kind: "start", phase: after.n, because }];
}

/** From phase 3 on sessions may last longer, by number: said where nothing else says that it begins earlier. */
function laterStage(
  shipped: readonly MeasuredPhase[],
  own: readonly MeasuredPhase[],
  said: readonly TemplateDifference[],
): TemplateDifference[] {
  const [from, first] = [shipped, own].map((phases) => phases.find(({ n }) => n >= 3));
  if (!from || !first || first.dayStart >= from.dayStart) return [];
  if (said.some(({ kind, phase }) => kind === "start" && phase === first.n)) return [];
  const because = {
    en: `Sessions may be longer from day ${first.dayStart}, where phase ${first.n} begins; in the protocol from day ${from.dayStart}.`,
    es: `Las sesiones pueden ser más largas desde el día ${first.dayStart}, en que empieza la fase ${first.n}; en el protocolo, desde el día ${from.dayStart}.`,
  };
  return [{ kind: "start", phase: first.n, because }];
}

/** What the protocol holds on days of both phases and the template does not. */
function looser(before: MeasuredPhase, { n, limits, blockedTags }: MeasuredPhase): TemplateDifference[] {
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

/**
 * Words on bracing and driving that the protocol has on days of both phases and the template has not. Those of an earlier phase, kept longer, are
 * the protocol's too.
 */
function otherWords(
  before: MeasuredPhase,
  { n, limits }: MeasuredPhase,
  shipped: readonly MeasuredPhase[],
): TemplateDifference[] {
  return (["brace", "driving"] as const).flatMap((limit): TemplateDifference[] => {
    const [from, to] = [before.limits[limit], limits[limit]];
    if (from === null) return [];
    const known = shipped.filter(({ dayStart }) => dayStart <= before.dayStart).map((phase) => phase.limits[limit]);
    if (to !== null && known.some((words) => words?.en === to.en && words.es === to.es)) return [];
    const of = wordsOf[limit];
    const because = {
      en: `Phase ${n}: what it says of ${of.en} is ${to === null ? "gone" : "changed"}; the protocol says “${from.en}” on these days.`,
      es: `Fase ${n}: ${to === null ? "falta" : "cambia"} lo que dice sobre ${of.es}; el protocolo dice “${from.es}” en esos días.`,
    };
    return [{ kind: "limit", phase: n, because }];
  });
}

const wordsOf = {
  brace: { en: "the brace", es: "la ortesis" },
  driving: { en: "driving", es: "conducir" },
} as const;

function easier(before: MeasuredPhase, after: MeasuredPhase): TemplateDifference[] {
  const of = numbered(before, after);
  return easierCriteria(before.entryCriteria, after.entryCriteria).map(({ name, dropped }): TemplateDifference => {
    const because = {
      en: `Entry of phase ${of.en}: “${name.en}” is ${dropped ? "dropped" : "easier than in the protocol"}.`,
      es: `Entrada a la fase ${of.es}: “${name.es}” ${dropped ? "se quita" : "es más fácil que en el protocolo"}.`,
    };
    return { kind: "criterion", phase: after.n, because };
  });
}
