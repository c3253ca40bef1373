import type { DriveName } from "./names";
import type { Numbers } from "./setup";

/** Named movements of machines and of walking: what they add to a pose at a phase (0 to 1) of the round. */
export const drives: Readonly<Record<DriveName, (phase: number) => Numbers>> = {
  gait: (phase) => walk(phase, { hip: 1, knee: 1 }),
  brisk: (phase) => walk(phase, { hip: 1.15, knee: 1, elbows: 66, arms: 1.6, pitch: 5 }),
  run: (phase) => walk(phase, { gait: "run", hip: 1, knee: 1, elbows: 88, arms: 1.7, pitch: 8 }),
  carry: (phase) => walk(phase, { hip: 0.9, knee: 1, elbows: 9, arms: 0.15 }),
  waterGait: (phase) => ({ ...water(phase), ...arms(phase, 12, 62) }),
  pedals: (phase) => crank(phase, [31, 51.5], 17, (turn) => -16 + 10 * Math.cos(2 * Math.PI * (turn - 0.3))),
  recumbent: (phase) => crank(phase, [66, 50], 16, (turn) => 45 + 20 * Math.cos(2 * Math.PI * (turn - 0.22))),
  elliptical: (phase) => {
    const numbers: Record<string, number> = {};
    for (const { side, turn } of opposite(phase)) {
      const angle = Math.PI / 2 - 2 * Math.PI * turn;
      numbers[`foot${side}.0`] = 2 + 26 * Math.cos(angle);
      numbers[`foot${side}.1`] = 26 + 8 * Math.sin(angle);
      numbers[`pitchFoot${side}`] = -14 + 12 * Math.cos(2 * Math.PI * (turn - 0.12));
    }
    return numbers;
  },
};

const opposite = (phase: number) =>
  [
    { side: "R", turn: phase },
    { side: "L", turn: phase + 0.5 },
  ] as const;

const tables = {
  land: { hip: [28, 24, 10, -4, -10, 2, 22, 30], knee: [5, 16, 10, 6, 14, 50, 58, 24] },
  run: { hip: [26, 16, 0, -14, -12, 8, 32, 36], knee: [18, 34, 24, 16, 48, 92, 84, 40] },
  water: { hip: [24, 20, 10, -2, -6, 10, 36, 34], knee: [5, 14, 10, 6, 14, 52, 66, 30] },
  ankle: [0, -4, 4, 8, 6, -14, -2, 2],
  toe: [0, 0, 0, 0, 22, 12, 0, 0],
} as const;

function walk(
  phase: number,
  {
    gait = "land",
    hip,
    knee,
    elbows = 20,
    arms: swing = 1,
    pitch = 3,
  }: { gait?: "land" | "run"; hip: number; knee: number; elbows?: number; arms?: number; pitch?: number },
): Numbers {
  const numbers: Record<string, number> = { pitch, ...arms(phase, 20 * swing, elbows) };
  for (const { side, turn } of opposite(phase)) {
    numbers[`hip${side}`] = hip * around(tables[gait].hip, turn);
    numbers[`knee${side}`] = Math.max(0, knee * around(tables[gait].knee, turn));
    numbers[`ankle${side}`] = around(tables.ankle, turn);
    numbers[`toe${side}`] = around(tables.toe, turn);
  }
  return numbers;
}

function water(phase: number): Record<string, number> {
  const numbers: Record<string, number> = { pitch: 3 };
  for (const { side, turn } of opposite(phase)) {
    numbers[`hip${side}`] = around(tables.water.hip, turn);
    numbers[`knee${side}`] = Math.max(0, around(tables.water.knee, turn));
    numbers[`ankle${side}`] = around(tables.ankle, turn);
    numbers[`toe${side}`] = around(tables.toe, turn);
  }
  return numbers;
}

/** Arms swing against the legs: the right one is back when the right heel lands. */
function arms(phase: number, swing: number, elbows: number): Numbers {
  const wave = Math.cos(2 * Math.PI * phase);
  return {
    shR: -swing * wave - 2,
    shL: swing * wave - 2,
    elR: elbows - 6 * wave,
    elL: elbows + 6 * wave,
  };
}

function crank(
  phase: number,
  [x, y]: readonly [number, number],
  radius: number,
  pitchFoot: (turn: number) => number,
): Numbers {
  const numbers: Record<string, number> = {};
  for (const { side, turn } of opposite(phase)) {
    const angle = Math.PI / 2 - 2 * Math.PI * turn;
    numbers[`foot${side}.0`] = x + radius * Math.cos(angle);
    numbers[`foot${side}.1`] = y + radius * Math.sin(angle);
    numbers[`pitchFoot${side}`] = pitchFoot(turn);
  }
  return numbers;
}

/** The value of a round table of evenly spaced keys, joined by Catmull-Rom. */
function around(table: readonly number[], phase: number): number {
  const place = (((phase % 1) + 1) % 1) * table.length;
  const index = Math.floor(place);
  const at = (offset: number) => table[(index + offset + table.length) % table.length] ?? 0;
  return catmullRom(at(-1), at(0), at(1), at(2), place - index);
}

export function catmullRom(a: number, b: number, c: number, d: number, t: number): number {
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}
