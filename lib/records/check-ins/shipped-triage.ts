import type { ShippedTriage } from "@/lib/schemas/content/triage";
import { triageContent } from "@/prisma/content/bundled";

/** What `triage` reads, and the words of its questions, as they were shipped. */
export function shippedTriage(): ShippedTriage {
  return triageContent;
}
