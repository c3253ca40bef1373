import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { inClinic } from "@/lib/db/in-clinic";
import type { ShownFigure } from "@/lib/figure/shown";
import type { FigureSheetQuery } from "@/lib/schemas/figure-sheet";
import { findExercises, type FoundExercise } from "./find-exercises";
import { ownFigures } from "./load-own-figures";

/** An exercise of the clinic's library with the figure that it shows. */
export type FigureRow = Pick<FoundExercise, "code" | "name" | "category" | "position" | "isOwn"> & {
  tags: FoundExercise["facts"]["tags"];
  figure: ShownFigure | null;
};

/** What an editor of the library looks through: the exercises that answer to words, category and position, and what they show. Two queries. */
export async function loadFigureSheet(
  actor: Actor,
  { q, category, position }: Pick<FigureSheetQuery, "q" | "category" | "position">,
): Promise<FigureRow[]> {
  requirePermission(actor, "library.write");
  return inClinic(actor, async (tx) => {
    const found = await findExercises(tx, actor, q, { category, position });
    const own = new Map((await ownFigures(tx, actor.clinicId)).map(({ code, figure }) => [code, figure]));
    return found.map((row) => ({
      ...{ code: row.code, name: row.name, category: row.category, position: row.position, isOwn: row.isOwn },
      tags: row.facts.tags,
      figure: row.isOwn ? (own.get(row.code) ?? null) : { code: row.code },
    }));
  });
}
