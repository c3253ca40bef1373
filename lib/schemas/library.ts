import { z } from "zod";
import { movementTags } from "@/lib/clinical/facts";
import { categories, positions } from "@/lib/clinical/library-words";
import { dosageSchema } from "./dosage";
import { words } from "./words";

const shortWord = words(80).min(1, "required");
const phase = z.number("numberNeeded").int("wholeNumber").min(1, "outOfRange").max(12, "outOfRange");

export const libraryFiltersSchema = z.strictObject({
  category: z.enum(categories, "chooseOne").optional(),
  /** A part of the body, by its English word: "hip". */
  bodyRegion: shortWord.optional(),
  position: z.enum(positions, "chooseOne").optional(),
  tag: z.enum(movementTags, "chooseOne").optional(),
  /** By its English word: "mat". */
  equipment: shortWord.optional(),
  mine: z.enum(["favourite", "recent"], "chooseOne").optional(),
  /** Only what could be done today; needs `for`. */
  open: z.boolean("chooseOne").optional(),
});
export type LibraryFilters = z.output<typeof libraryFiltersSchema>;

/** So many exercises are found at most: each is sent with its facts, and judged where it is for a patient. */
export const mostFound = 500;

/**
 * A search of the library; with `for` a program each exercise is judged as one more line of that phase, for a protocol it comes with the clinic's own
 * numbers for it.
 */
export const searchLibrarySchema = z
  .strictObject({
    text: words(80),
    filters: libraryFiltersSchema,
    for: z
      .union([z.strictObject({ programId: z.uuid("badId"), phase }), z.strictObject({ protocolId: shortWord })])
      .optional(),
  })
  .refine(({ filters, for: whom }) => filters.open !== true || (whom !== undefined && "programId" in whom), {
    path: ["filters", "open"],
    message: "required",
  });
export type SearchLibraryInput = z.output<typeof searchLibrarySchema>;

/** The same search in an address; what is not understood is left out, so that an old address still shows a list. */
const inAddress = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
export const libraryQuerySchema = z.object({
  q: words(80).catch(""),
  category: inAddress(z.enum(categories)),
  bodyRegion: inAddress(shortWord),
  position: inAddress(z.enum(positions)),
  tag: inAddress(z.enum(movementTags)),
  equipment: inAddress(shortWord),
  mine: inAddress(z.enum(["favourite", "recent"])),
});
export type LibraryQuery = z.output<typeof libraryQuerySchema>;

export const markFavouriteSchema = z.strictObject({
  code: shortWord,
  isFavourite: z.boolean("chooseOne"),
});
export type MarkFavouriteInput = z.output<typeof markFavouriteSchema>;

/** Null takes one's own dosage away. */
export const setOwnDosageSchema = z.strictObject({ code: shortWord, dosage: z.nullable(dosageSchema) });
export type SetOwnDosageInput = z.output<typeof setOwnDosageSchema>;
