import * as z from "zod/mini";
import type { LeftForm } from "@/lib/check-in/left-form";

const leftSchema = z.object({
  at: z.number(),
  about: z.string(),
  screens: z.number(),
  step: z.number(),
  values: z.record(z.string(), z.array(z.string())),
});

/** A form that was left, out of the phone's store; null where it is none that this version knows. */
export function readLeft(kept: unknown): LeftForm | null {
  return leftSchema.safeParse(kept).data ?? null;
}
