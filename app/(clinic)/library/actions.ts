"use server";

import { runAction, type ActionResult } from "@/lib/action";
import { markFavourite } from "@/lib/records/library/mark-favourite";
import { searchLibrary, type LibraryRow } from "@/lib/records/library/search-library";
import { setOwnDosage } from "@/lib/records/library/set-own-dosage";
import { markFavouriteSchema, searchLibrarySchema, setOwnDosageSchema } from "@/lib/schemas/library";

/** Searches the library; for a patient where the input says so. */
export async function searchLibraryAction(input: unknown): Promise<ActionResult<LibraryRow[]>> {
  return runAction(searchLibrarySchema, input, searchLibrary);
}

/** Puts an exercise among one's favourites or takes it away. The page keeps its order until it is read anew. */
export async function markFavouriteAction(input: unknown): Promise<ActionResult<void>> {
  return runAction(markFavouriteSchema, input, markFavourite);
}

/** Keeps one's own dosage of an exercise, or with null takes it away. */
export async function setOwnDosageAction(input: unknown): Promise<ActionResult<void>> {
  return runAction(setOwnDosageSchema, input, setOwnDosage);
}
