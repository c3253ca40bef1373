import { z } from "zod";
import { NotFound } from "@/lib/errors";

/**
 * The id of a patient as an address names it.
 * @throws {NotFound} on what is no id at all, like on somebody else's
 */
export function patientIdOf(given: string): string {
  const id = z.uuid().safeParse(given);
  if (!id.success) throw new NotFound("patient");
  return id.data;
}
