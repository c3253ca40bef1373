import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { FigureRecord } from "@/lib/figure/record";
import { figureSchema } from "@/lib/schemas/content/figure";

/**
 * The figures under `prisma/content/figures/`, by the exercise's id. Throws an error that names every file and field that does not fit.
 * @param folder another folder of the same shape, for tests
 */
export function loadFigures(
  folder = path.join(process.cwd(), "prisma", "content", "figures"),
): Readonly<Record<string, FigureRecord>> {
  const problems: string[] = [];
  const figures = readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .flatMap((file): [string, FigureRecord][] => {
      const parsed = figureSchema.safeParse(readJson(path.join(folder, file)));
      if (parsed.success) return [[file.slice(0, -".json".length), parsed.data]];
      problems.push(
        ...parsed.error.issues.map(({ path: at, message }) => `figures/${file}: ${at.join(".")}: ${message}`),
      );
      return [];
    });
  if (problems.length > 0) throw new Error(`The figures do not fit their schema:\n${problems.join("\n")}`);
  return Object.fromEntries(figures);
}

/** The content of a file; a file that is no JSON does not fit the schema either. */
function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
