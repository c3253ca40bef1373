import { createHash } from "node:crypto";

/** Numbers that look like chance and are the same in every seed: from 0 up to 1. */
export type Chance = () => number;

/** A sequence of its own for each name (mulberry32). */
export function chanceOf(name: string): Chance {
  let state = createHash("sha256").update(name).digest().readUInt32LE(0);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
