import { z } from "zod";
import { basis } from "./pieces";

/** `prisma/content/emergency-numbers.json`: by ISO 3166-1 alpha-2 the number that brings an ambulance. */
export const emergencyNumbersSchema = z.record(
  z.string().regex(/^[A-Z]{2}$/),
  z
    .strictObject({ number: z.string().regex(/^\d{2,4}$/), basis, source: z.url().nullable() })
    .refine(({ basis, source }) => (basis === "sourced") === (source !== null), "a source stands where it is sourced"),
);
