import type { FigureRecord } from "./record";

/** The figure that an exercise shows: a record of its own, or the one that ships with the exercise of this code. */
export type ShownFigure = { readonly record: FigureRecord } | { readonly code: string };
