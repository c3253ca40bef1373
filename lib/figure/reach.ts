import { add, cross, dot, length, scale, subtract, unit, type Vector } from "./space";

/** Two bones of lengths `a` and `b` from `from` toward `wanted`, bent toward `bend`. */
export function reachFor(from: Vector, wanted: Vector, a: number, b: number, bend: Vector) {
  const way = subtract(wanted, from);
  const d = Math.min(Math.max(length(way), Math.abs(a - b) + 0.5), 0.9995 * (a + b));
  const e = unit(way);
  const p = unit(subtract(bend, scale(e, dot(bend, e))));
  const cosine = Math.max(-1, Math.min(1, (a * a + d * d - b * b) / (2 * a * d)));
  const middle = add(from, add(scale(e, a * cosine), scale(p, a * Math.sqrt(1 - cosine * cosine))));
  const end = add(from, scale(e, d));
  const first = unit(subtract(middle, from));
  const second = unit(subtract(end, middle));
  const normal = cross(first, second);
  const frontOf = (bone: Vector, sign: 1 | -1): Vector => {
    if (length(normal) < 0.02) return sign < 0 ? p : scale(p, -1);
    return scale(cross(unit(normal), bone), sign);
  };
  return { middle, end, first, second, frontOf };
}
