import type { ReactNode } from "react";
import type { Actor } from "@/lib/access/actor";
import type { EndForm } from "@/lib/records/episodes/end/load-end-form";
import { UnsignedSummary } from "../../_components/summary/unsigned-summary";

/** What was read before the end is signed: the summary on the page, and all that the form says and sends of it. */
export type ShownEnd = Omit<EndForm, "summary"> & { document: ReactNode };

/** The summary is drawn on the server and reaches the form with its digest: what is signed is what is shown. */
export function shownEnd({ summary, ...form }: EndForm, clinic: Actor["clinic"]): ShownEnd {
  return { ...form, document: <UnsignedSummary clinic={clinic} summary={summary} /> };
}
