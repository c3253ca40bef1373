import type { FigureRecord } from "@/lib/figure/record";

/** In the place of the shipped figures in a browser, which is given the records that it draws (`#shipped-figures` in package.json). */
export const figures: Readonly<Record<string, FigureRecord | undefined>> = {};
