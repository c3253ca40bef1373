import type { FigureFault } from "./checks/fault";
import type { FigureRecord } from "./record";
import { movementOf } from "./timeline";

export const faultKinds = ["beyond", "reach", "floor", "fast", "tags", "other"] as const;
export type FaultKind = (typeof faultKinds)[number];

/** A fault where an editor shows it: at a picture (key pose, from 0) and a joint or limb. */
export type PlacedFault = {
  key: number;
  /** It is on the way to or from the picture, not in it. */
  isOnTheWay: boolean;
  joint: string;
  kind: FaultKind;
  /** Of an angle beyond its limits (degrees): what it is and may be. */
  angle: { is: number; low: number; high: number } | null;
};

const kinds: readonly (readonly [FaultKind, RegExp])[] = [
  ["tags", /the exercise has no [A-Z_]+$/],
  ["beyond", /allowed are/],
  ["reach", /from its target|from where it/],
  ["floor", /below the floor/],
  ["fast", /^jumps|in one step$|cm\/s/],
];

/** The faults of a record at their pictures, each kind once per picture and joint, in the pictures' order. */
export function placedFaults(record: FigureRecord, faults: readonly FigureFault[]): PlacedFault[] {
  if (faults.length === 0) return [];
  const nearest = nearestKeys(record);
  const placed = new Map<string, PlacedFault>();
  for (const { frame, joint, message } of faults) {
    const [, place, number] = /^(key|step) (\d+)/.exec(frame) ?? [];
    const index = number === undefined ? 0 : Number(number) - 1;
    const isOnTheWay = place === "step";
    const key = Math.min(isOnTheWay ? (nearest[index] ?? 0) : index, record.keys.length - 1);
    const kind = kinds.find(([, words]) => words.test(message))?.[0] ?? "other";
    const name = `${String(key)} ${joint} ${kind}`;
    const known = placed.get(name);
    if (!known || (known.isOnTheWay && !isOnTheWay)) {
      placed.set(name, { key, isOnTheWay, joint, kind, angle: angleOf(message) });
    }
  }
  return [...placed.values()].toSorted((a, b) => a.key - b.key);
}

/** The picture nearest to each step of the movement; none where the record cannot be moved at all. */
function nearestKeys(record: FigureRecord): readonly number[] {
  try {
    return movementOf(record).steps.map(({ near }) => near);
  } catch {
    return [];
  }
}

function angleOf(message: string): PlacedFault["angle"] {
  const [, is, low, high] = /is (-?\d+)°, allowed are (-?\d+)° to (-?\d+)°/.exec(message) ?? [];
  return is === undefined ? null : { is: Number(is), low: Number(low), high: Number(high) };
}
