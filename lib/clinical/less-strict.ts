import type {
  ClearanceKey,
  Condition,
  Earliest,
  EarliestRule,
  ExerciseFacts,
  MovementTag,
  Region,
  RegionalTag,
} from "./facts";
import { therapistsKey } from "./surgeon-tags";

/** One way in which an exercise lets more through than the one that it was copied from. Days count from the protocol's anchor. */
export type LessStrict =
  | { kind: "tag"; tag: MovementTag; region: Region | null }
  | { kind: "contraindication"; condition: Condition }
  | { kind: "contraindication-softer"; condition: Condition }
  | { kind: "clearance-key"; from: ClearanceKey; to: ClearanceKey }
  | { kind: "rule"; protocol: string; from: EarliestRule; to: EarliestRule }
  | { kind: "day"; protocol: string; from: number; to: number }
  | { kind: "phase"; protocol: string; from: number; to: number | null }
  | { kind: "ramp" };

type Compared = Pick<ExerciseFacts, "tags" | "contraindicationCodes" | "clearanceKey" | "earliest" | "rampGroup">;

/**
 * Everything in which a copy is less strict than its original: what it would let through that the original holds back, or says less of.
 * Another clearance key counts, because the grant that opens it is another one. A neutral spine restricts nothing, so its tag may go.
 * @returns none when the copy is as strict or stricter
 */
export function lessStrict(original: Compared, copy: Compared): LessStrict[] {
  return [
    ...original.tags.filter((tag) => tag.tag !== "NEUTRAL_SPINE" && !isCovered(tag, copy.tags)).map(droppedTag),
    ...original.contraindicationCodes.flatMap(({ condition, severity }): LessStrict[] => {
      const kept = copy.contraindicationCodes.find((code) => code.condition === condition);
      if (!kept) return [{ kind: "contraindication", condition }];
      return severity === "block" && kept.severity === "override"
        ? [{ kind: "contraindication-softer", condition }]
        : [];
    }),
    ...otherKey(original.clearanceKey, copy.clearanceKey),
    ...Object.entries(original.earliest).flatMap(([protocol, before]) => {
      const after = copy.earliest[protocol];
      return after ? earlier(protocol, before, after, copy.clearanceKey === therapistsKey) : [];
    }),
    ...(original.rampGroup !== null && copy.rampGroup !== original.rampGroup ? [{ kind: "ramp" as const }] : []),
  ];
}

/**
 * What of the differences found now was not there, or was less, when somebody said why a copy may be less strict: the original has been made
 * stricter since.
 */
export function stricterSince(now: readonly LessStrict[], accepted: readonly LessStrict[]): LessStrict[] {
  return now.filter((difference) => !accepted.some((known) => isWithin(difference, known)));
}

/** The copy stands as it stood; what can have moved is the original, so a difference is known where it goes no further than the known one. */
function isWithin(now: LessStrict, known: LessStrict): boolean {
  if ("protocol" in now && "protocol" in known && now.protocol !== known.protocol) return false;
  if (now.kind === "rule") return known.kind === "rule" && strictness[now.from] <= strictness[known.from];
  if (now.kind === "day" || now.kind === "phase") return known.kind === now.kind && now.from <= known.from;
  if (now.kind === "tag") return known.kind === "tag" && now.tag === known.tag && now.region === known.region;
  if (now.kind === "clearance-key") return known.kind === now.kind && now.from === known.from;
  if (now.kind === "ramp") return known.kind === "ramp";
  return known.kind === now.kind && now.condition === known.condition;
}

/** A tag without region meets every region. */
function isCovered({ tag, region }: RegionalTag, tags: readonly RegionalTag[]): boolean {
  return tags.some((other) => other.tag === tag && (other.region === null || other.region === region));
}

function droppedTag({ tag, region }: RegionalTag): LessStrict {
  return { kind: "tag", tag, region };
}

function otherKey(from: ClearanceKey, to: ClearanceKey): LessStrict[] {
  return from === to || from === therapistsKey ? [] : [{ kind: "clearance-key", from, to }];
}

/** From the loosest to the strictest. */
const strictness: Readonly<Record<EarliestRule, number>> = {
  FROM_DAY: 0,
  CLEARANCE_FROM_DAY: 1,
  NEVER_WITHOUT_CLEARANCE: 2,
  AVOID: 3,
};

function earlier(protocol: string, before: Earliest, after: Earliest, isTherapists: boolean): LessStrict[] {
  const found: LessStrict[] = [];
  const stricterBy = strictness[after.rule] - strictness[before.rule];
  if (stricterBy < 0) found.push({ kind: "rule", protocol, from: before.rule, to: after.rule });
  // What is avoided has neither day nor phase to lose.
  if (after.rule === "AVOID") return found;
  // Without a day it begins with the grant: a surgeon decides on the person, a therapist's own key may open it on day 0.
  const day = after.day ?? (isTherapists ? 0 : null);
  if (before.day !== null && day !== null && day < before.day) {
    found.push({ kind: "day", protocol, from: before.day, to: day });
  }
  if (before.phase !== null && (after.phase === null || after.phase < before.phase)) {
    found.push({ kind: "phase", protocol, from: before.phase, to: after.phase });
  }
  return found;
}
