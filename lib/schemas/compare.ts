import { z } from "zod";
import { revisionNumberSchema } from "./revision";

/** One state of a program in an address: a revision by its number, the template version that it came from, or the draft. */
const stateSchema = z.union([z.literal("template"), z.literal("draft"), revisionNumberSchema]);
export type ProgramState = z.output<typeof stateSchema>;

/** Which two states are compared; anything else in an address is not there. */
export const comparisonSchema = z.object({ from: stateSchema, to: stateSchema });
export type Comparison = z.output<typeof comparisonSchema>;
