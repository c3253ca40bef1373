import type { EntryColumn } from "@/lib/draft/dosage-entry";

/** The columns of a phase's grid: a load only where something is lifted. */
export function columnsOf(hasLoad: boolean): readonly EntryColumn[] {
  return hasLoad
    ? ["dose", "hold", "load", "perDay", "perWeek", "effort"]
    : ["dose", "hold", "perDay", "perWeek", "effort"];
}

/** Grip, figure, name, cells, verdict, menu: one row where the column is wide enough, else the cells stand below the name. */
export function gridOf(hasLoad: boolean): string {
  const narrow = "grid grid-cols-[14px_40px_minmax(0,1fr)_18px_24px] items-center gap-x-1.25";
  return hasLoad
    ? `${narrow} @min-[33rem]:grid-cols-[14px_40px_minmax(0,1fr)_58px_38px_46px_34px_38px_40px_18px_24px]`
    : `${narrow} @min-[27rem]:grid-cols-[14px_40px_minmax(0,1fr)_58px_38px_34px_38px_40px_18px_24px]`;
}

/** Where the cells of a line stand: below its name until there is room for both; a column for loads takes more of it. */
export function placeOf(hasLoad: boolean): { cells: string; title: string; head: string } {
  return hasLoad
    ? {
        cells: "@min-[33rem]:order-none @min-[33rem]:contents",
        title: "@min-[33rem]:hidden",
        head: "@min-[33rem]:block",
      }
    : {
        cells: "@min-[27rem]:order-none @min-[27rem]:contents",
        title: "@min-[27rem]:hidden",
        head: "@min-[27rem]:block",
      };
}
