import type { LibraryFilters } from "@/lib/schemas/library";

/** The choices that stand behind the filter button. */
export const filterKeys = ["category", "bodyRegion", "position", "tag", "equipment"] as const;

/** How many of them are made. */
export function filtersSet(filters: LibraryFilters): number {
  return filterKeys.filter((key) => filters[key] !== undefined).length;
}
