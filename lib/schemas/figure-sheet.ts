import { z } from "zod";
import { categories, positions } from "@/lib/clinical/library-words";
import { baseNames } from "@/lib/figure/names";
import { words } from "./words";

const inAddress = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

/** Which figures the contact sheet shows, as its address says it; what is not understood is left out. */
export const figureSheetQuerySchema = z.object({
  q: words(80).catch(""),
  category: inAddress(z.enum(categories)),
  position: inAddress(z.enum(positions)),
  base: inAddress(z.enum(baseNames)),
  whose: inAddress(z.enum(["own", "shipped"])),
  checks: inAddress(z.enum(["faults", "passed", "none"])),
  /** The own exercise for which a figure is chosen. */
  for: inAddress(words(80).min(1)),
  page: z.coerce.number().int().min(1).max(100).catch(1),
});
export type FigureSheetQuery = z.output<typeof figureSheetQuerySchema>;
