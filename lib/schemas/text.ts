import { z } from "zod";

/** A text in both languages. */
export const textSchema = z.strictObject({ en: z.string().min(1), es: z.string().min(1) });
