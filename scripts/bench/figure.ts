/** One measured figure; `atMost` or `atLeast` is what performance.md asks for, where it asks. */
export type Figure = {
  /** As performance.md names it, or a dash. */
  id: string;
  what: string;
  found: number;
  unit: string;
  atMost?: number;
  atLeast?: number;
};

/** Whether the figure reaches what is asked; null where nothing is. */
export function reaches({ found, atMost, atLeast }: Figure): boolean | null {
  if (atLeast !== undefined) return found >= atLeast;
  return atMost === undefined ? null : found <= atMost;
}

/** The figures as a table of text. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => {
    const { id, what, found, unit, atMost, atLeast } = figure;
    const asked = atLeast !== undefined ? `≥ ${atLeast} ${unit}` : atMost === undefined ? "–" : `≤ ${atMost} ${unit}`;
    const isReached = reaches(figure);
    return [id, what, `${rounded(found)} ${unit}`, asked, isReached === null ? "" : isReached ? "reached" : "MISSED"];
  });
  const table = [["id", "what", "found", "asked", ""], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  return table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(3)));
}
