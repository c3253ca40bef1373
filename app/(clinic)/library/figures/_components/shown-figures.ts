import { drawingOf, recordOf } from "@/components/figure/drawing-of";
import { faultsOf } from "@/components/figure/figure-checks";
import type { FigureRow } from "@/lib/records/library/load-figure-sheet";
import type { FigureSheetQuery } from "@/lib/schemas/figure-sheet";

/** So many figures stand on a page. */
export const pageSize = 12;

/** The rows that pass what only a record can answer: whose it is, from which base posture it is drawn, what the checks say. */
export async function matchingFigures(
  rows: readonly FigureRow[],
  { base, whose, checks, for: chosenFor }: FigureSheetQuery,
): Promise<FigureRow[]> {
  const matching: FigureRow[] = [];
  for (const row of rows) {
    const record = row.figure === null ? undefined : recordOf(row.figure);
    if (base !== undefined && record?.base !== base) continue;
    if (whose !== undefined && row.isOwn !== (whose === "own")) continue;
    // Only what ships can be taken for another exercise.
    if (chosenFor !== undefined && (row.isOwn || !record)) continue;
    if (checks !== undefined && (await stateOf(row)) !== checks) continue;
    matching.push(row);
  }
  return matching;
}

/** The first time it draws: other requests get their turn between two figures. */
async function stateOf({ figure, tags }: FigureRow): Promise<NonNullable<FigureSheetQuery["checks"]>> {
  if (figure === null) return "none";
  await new Promise((resolve) => setImmediate(resolve));
  const drawing = drawingOf(figure);
  if (drawing) return faultsOf(drawing, tags).length > 0 ? "faults" : "passed";
  return recordOf(figure) ? "faults" : "none";
}
