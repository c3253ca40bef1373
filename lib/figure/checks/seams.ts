import { motionOf, valueAt, type Clock } from "../animate";
import { clockOf, type Drawing } from "../figure";
import { sides } from "../names";
import { flatLength, flatMinus, middleOf, onPicture, type Flat } from "../view";
import type { FigureFault } from "./fault";

/** How far (cm) two bones may gape where the browser draws between two steps; round ends hide it. */
const seamBound = 1.5;

const seams = sides.flatMap((side) => [
  [`leg${side} thigh`, `leg${side} shank`],
  [`leg${side} shank`, `leg${side} foot`],
  [`arm${side} upper`, `arm${side} fore`],
  [`arm${side} fore`, `arm${side} hand`],
]);

/** Bones that gape half-way between two steps. */
export function seamFaults(drawing: Drawing): FigureFault[] {
  const { frames } = drawing;
  const clock = clockOf(drawing);
  const track = (name: string) => {
    const index = (frames[0] ?? []).findIndex(({ key }) => key === name);
    return motionOf(
      frames.flatMap((parts) => parts[index] ?? []),
      clock,
    );
  };
  return seams.flatMap(([from = "", to = ""]) => {
    const [bone, next] = [track(from), track(to)];
    const offset = (share: number): Flat =>
      flatMinus(endOf(bone, clock, share), flat(valueAt(next.place, clock.times, share)));
    return clock.times.slice(1).flatMap((time, index) => {
      const before = clock.times[index] ?? time;
      // The plain foot of a body that turns over does not begin at the ankle: it stays as far from it as it is in the steps.
      const atSteps = drawing.scene.isTurning ? middleOf(offset(before), offset(time)) : ([0, 0] as const);
      const gap = flatLength(flatMinus(offset((time + before) / 2), atSteps));
      return gap <= seamBound
        ? []
        : [{ frame: `step ${String(index + 2)}`, joint: to, message: `gapes ${gap.toFixed(1)} cm from ${from}` }];
    });
  });
}

const flat = ([x = 0, y = 0]: readonly number[]): Flat => [x, y];

/** Where a bone ends: its own length along its direction. */
function endOf({ place, angle, shape }: ReturnType<typeof motionOf>, { times }: Clock, share: number): Flat {
  // M x y Q cx cy x y: the fifth number is the length.
  const long = valueAt(shape, times, share)[4] ?? 0;
  return onPicture(flat(valueAt(place, times, share)), valueAt(angle, times, share)[0] ?? 0, [long, 0]);
}
