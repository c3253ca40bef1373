import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { categories, categoriesNamed, positions, searchTerms } from "@/lib/clinical/library-words";
import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/in-clinic";
import { dosageSchema } from "@/lib/schemas/dosage";
import { mostFound, type LibraryFilters } from "@/lib/schemas/library";
import { exerciseFactsSchema } from "@/lib/schemas/stored-facts";
import { textSchema } from "@/lib/schemas/text";
import { originalOf, originalSchema, stricterOriginal } from "./stricter-original";

const foundRow = z.strictObject({
  code: z.string(),
  name: textSchema,
  category: z.enum(categories),
  bodyRegion: textSchema,
  position: z.enum(positions),
  equipment: z.array(textSchema),
  isFavourite: z.boolean(),
  lastUsedAt: z.iso.datetime({ offset: true }).nullable(),
  /** The clinic's own, not one that ships. */
  isOwn: z.boolean(),
  myDosage: z.nullable(dosageSchema),
  facts: exerciseFactsSchema,
  original: originalSchema,
});
/** An exercise of the clinic's library, with what the clinician who asks prefers. */
export type FoundExercise = Omit<z.output<typeof foundRow>, "original"> & {
  /** A copy whose original has become stricter since it was written. */
  isOriginalStricter: boolean;
};

/** How alike a slip must be: among other answers, and where nothing else is found (1: the same). */
const alikeAmongOthers = 0.6;
const alikeAlone = 0.4;

/**
 * The exercises that answer to the words and pass the filters, best first: a name that is meant, that begins so, that has such words; a region, a
 * piece of equipment or a category; then what is merely alike. Among equals one's own come first. Without words: the filtered list. At most `mostFound`: a library that is
 * longer is searched, not read through. One query.
 * @throws when stored facts are not what the rules know
 */
export async function findExercises(
  tx: Tx,
  actor: Actor,
  typed: string,
  filters: Omit<LibraryFilters, "open">,
): Promise<FoundExercise[]> {
  const terms = searchTerms(typed);
  const begun = terms.map((term) => `'${term}':*`).join(" & ");
  const rows = await tx.$queryRaw<{ row: unknown }[]>`
    WITH asked AS (
      SELECT plain_words(${typed}) AS plain,
        to_tsquery('words_en', ${begun}) || to_tsquery('words_es', ${begun}) || to_tsquery('words_plain', ${begun}) AS query
    ), found AS (
      SELECT x.*, p.favourite_at, p.last_used_at, p.dosage, near.alike, near.alike_whole, CASE
        WHEN asked.plain = '' OR asked.plain = ANY (x.search_names) THEN 0
        WHEN starts_with(plain_words(x.texts #>> '{name,en}'), asked.plain)
          OR starts_with(plain_words(x.texts #>> '{name,es}'), asked.plain) THEN 1
        WHEN EXISTS (SELECT FROM unnest(x.search_names) AS name WHERE starts_with(name, asked.plain)) THEN 2
        WHEN ts_filter(x.search_words, '{a}') @@ asked.query THEN 3
        WHEN x.search_words @@ asked.query OR x.texts ->> 'category' = ANY (${categoriesNamed(terms)}::text[]) THEN 4
        WHEN near.alike >= ${alikeAlone} THEN 5
      END AS rank
      FROM asked, exercise x
      LEFT JOIN exercise_preference p ON p.clinic_id = x.clinic_id AND p.exercise_id = x.id AND p.user_id = ${actor.userId}::uuid,
      LATERAL (
        SELECT max(word_similarity(asked.plain, name)) AS alike, max(similarity(asked.plain, name)) AS alike_whole
        FROM unnest(x.search_names) AS name) AS near
      WHERE x.clinic_id = ${actor.clinicId}::uuid AND x.retired_at IS NULL ${Prisma.join(conditionsOf(filters), " ")}
    )
    SELECT jsonb_build_object('code', code, 'name', texts -> 'name', 'category', texts -> 'category', 'bodyRegion', texts -> 'bodyRegion',
      'position', facts -> 'position', 'equipment', texts -> 'equipment', 'isFavourite', favourite_at IS NOT NULL, 'lastUsedAt', last_used_at,
      'isOwn', starts_with(code, 'own-'), 'myDosage', dosage, 'facts', facts, 'original', ${originalOf(Prisma.sql`ranked`)}) AS row
    FROM (SELECT *, min(rank) OVER () AS best FROM found WHERE rank IS NOT NULL) AS ranked
    WHERE rank < 5 OR best = 5 OR alike >= ${alikeAmongOthers}
    ORDER BY rank, CASE WHEN rank = 5 THEN alike END DESC, CASE WHEN rank = 5 THEN alike_whole END DESC, favourite_at IS NULL, last_used_at DESC NULLS LAST,
      texts #>> ARRAY['name', ${actor.locale}], code
    LIMIT ${mostFound}`;
  return rows.map(({ row }) => {
    const { original, ...found } = foundRow.parse(row);
    return { ...found, isOriginalStricter: stricterOriginal(found.facts, original).length > 0 };
  });
}

/** A condition for each filter that is set. */
function conditionsOf({ category, bodyRegion, position, tag, equipment, mine }: LibraryFilters): Prisma.Sql[] {
  return [
    Prisma.empty,
    ...(category ? [Prisma.sql`AND x.texts ->> 'category' = ${category}`] : []),
    ...(bodyRegion ? [Prisma.sql`AND ${bodyRegion} = ANY (string_to_array(x.texts #>> '{bodyRegion,en}', '/'))`] : []),
    ...(position ? [Prisma.sql`AND x.facts ->> 'position' = ${position}`] : []),
    ...(tag ? [Prisma.sql`AND x.facts -> 'tags' @> ${JSON.stringify([{ tag }])}::jsonb`] : []),
    ...(equipment ? [Prisma.sql`AND x.texts -> 'equipment' @> ${JSON.stringify([{ en: equipment }])}::jsonb`] : []),
    ...(mine === "favourite" ? [Prisma.sql`AND p.favourite_at IS NOT NULL`] : []),
    ...(mine === "recent" ? [Prisma.sql`AND p.last_used_at IS NOT NULL`] : []),
  ];
}
