import type { FigureKey, FigureRecord } from "./record";
import { workedSide } from "./sides";

/**
 * The record with one number of one picture changed; the other pictures stay as they were.
 * @param key the picture, from 0
 * @param name as `handlesOf` names it
 * @param value degrees or cm; kept to one decimal
 */
export function adjustPose(record: FigureRecord, key: number, name: string, value: number): FigureRecord {
  const rounded = Math.round(value * 10) / 10;
  const [target, axis] = name.split(".");
  if (axis === undefined || target === undefined) return withKey(record, key, { [name]: rounded });
  const before = placeOf(record.keys[key], target);
  const place = [0, 1, 2].map((index) => (index === Number(axis) ? rounded : (before[index] ?? null)));
  return withKey(record, key, { [target]: place });
}

/** The record with parts of one picture (its caption, its seconds) changed. */
export function withKey(record: FigureRecord, key: number, parts: Partial<FigureKey>): FigureRecord {
  return { ...record, keys: record.keys.map((one, index) => (index === key ? { ...one, ...parts } : one)) };
}

/**
 * The record with other parts in the strong colour. The side at work stays what it was where they no longer tell it: a picture must not be turned
 * the wrong way because of a colour.
 * @param source the record that was begun with; a side that it names itself stays
 */
export function withMoves(record: FigureRecord, moves: FigureRecord["moves"], source: FigureRecord): FigureRecord {
  const { side: _, ...rest } = record;
  const named = workedSide({ ...rest, moves, side: source.side }) === null ? workedSide(record) : source.side;
  if (named === record.side) return { ...record, moves };
  return { ...rest, moves, ...(named == null ? {} : { side: named }) };
}

/** A target as its own side says it; what it does not say comes from elsewhere and stays null. */
function placeOf(key: FigureKey | undefined, target: string): readonly (number | null)[] {
  const said = Object.entries(key ?? {}).find(([name]) => name === target)?.[1];
  return Array.isArray(said) ? said.map((part: unknown) => (typeof part === "number" ? part : null)) : [];
}
