import type { FigureFault } from "./checks/fault";
import type { FigureRecord } from "./record";
import type { Movement } from "./timeline";

export type FaultKind = "beyond" | "reach" | "floor" | "fast" | "tags" | "other";

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
  ["reach", /from its target|from where it touched/],
  ["floor", /below the floor|inside the/],
  ["fast", /^jumps|^is shown for|in one step$|cm\/s/],
];

/** The faults of a movement at the record's pictures, each kind once per picture and joint, in the pictures' order. */
export function placedFaults(
  { keys }: FigureRecord,
  { steps }: Movement,
  faults: readonly FigureFault[],
): PlacedFault[] {
  const placed = new Map<string, PlacedFault>();
  for (const { frame, joint, message } of faults) {
    const [, place, number] = /^(key|step) (\d+)/.exec(frame) ?? [];
    const index = number === undefined ? 0 : Number(number) - 1;
    const isOnTheWay = place === "step";
    const key = Math.min(isOnTheWay ? (steps[index]?.near ?? 0) : index, keys.length - 1);
    const kind = kinds.find(([, words]) => words.test(message))?.[0] ?? "other";
    const name = `${String(key)} ${joint} ${kind}`;
    const known = placed.get(name);
    if (!known || (known.isOnTheWay && !isOnTheWay)) {
      placed.set(name, { key, isOnTheWay, joint, kind, angle: angleOf(message) });
    }
  }
  const all = [...placed.values()];
  // What is wrong in a picture is wrong on the way to it too: it is told once.
  const isTold = ({ isOnTheWay, joint, kind }: PlacedFault) =>
    isOnTheWay && all.some((other) => !other.isOnTheWay && other.joint === joint && other.kind === kind);
  return all.filter((fault) => !isTold(fault)).toSorted((a, b) => a.key - b.key);
}

function angleOf(message: string): PlacedFault["angle"] {
  const [, is, low, high] = /is (-?\d+)°, allowed are (-?\d+)° to (-?\d+)°/.exec(message) ?? [];
  return is === undefined ? null : { is: Number(is), low: Number(low), high: Number(high) };
}
