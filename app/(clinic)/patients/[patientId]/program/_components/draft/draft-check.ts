import { fieldErrors } from "@/lib/schemas/field-errors";
import { type DraftLine, saveDraftSchema, type SaveDraftInput } from "@/lib/schemas/program";
import type { DraftRequests } from "./draft-requests";
import type { OpenedDraft } from "./draft-snapshot";
import type { LocalCopy } from "./local-copy";

/** What the store of a draft works with. */
export type StoreGiven = {
  programId: string;
  follows: number | null;
  first: OpenedDraft;
  requests: DraftRequests;
  copy: LocalCopy | null;
  /** A program's unless said. */
  check?: DraftCheck;
};

/** Reads what would be sent, as the server will: what is sent, or why it is not, by field. */
export type DraftCheck = (
  draft: Omit<SaveDraftInput, "lines"> & { lines: DraftLine[] },
) => { data: SaveDraftInput } | { fields: Record<string, string> };

export const programCheck: DraftCheck = (draft) => {
  const read = saveDraftSchema.safeParse(draft);
  return read.success ? { data: read.data } : { fields: fieldErrors(read.error) };
};
