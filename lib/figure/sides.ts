import { sides, type Side } from "./names";
import type { FigureRecord } from "./record";

/**
 * The person's own side that a record shows at work: written in the record, or the side of the limbs that move. Where one arm moves with the
 * other leg it is the leg's. Null where both sides work alike, or one after the other.
 */
export function workedSide({ side, moves }: FigureRecord): Side | null {
  if (side) return side;
  const of = (limb: RegExp) => sides.filter((each) => moves.some((part) => limb.test(part) && part.endsWith(each)));
  const legs = of(/^(leg|foot)/);
  const [only, other] = legs.length > 0 ? legs : of(/^arm/);
  return only && !other ? only : null;
}

/** Whether the picture must be turned round for that side of the person to be the one at work. */
export function isMirroredFor(record: FigureRecord, wanted: string | null | undefined): boolean {
  const shown = workedSide(record);
  return (wanted === "left" && shown === "R") || (wanted === "right" && shown === "L");
}
