import type { EndKind } from "@/lib/clinical/episode-end";
import { digestOf } from "@/lib/records/signature";

/** What a signature on the end of an episode covers beside signer, name, time and meaning. */
export type EndContent = {
  episodeId: string;
  patientId: string;
  kind: EndKind;
  endedOn: string;
  reason: string;
  transferredTo: string | null;
  /** What was drafted and never signed. */
  leftDraft: unknown;
  summary: unknown;
  advice: string | null;
};

/** What the signature says beside the name. */
export const endMeanings = {
  discharged: "discharged",
  transferred: "transferred the care",
  superseded: "ended the episode for a new one",
  deceased: "ended the episode, deceased",
} as const satisfies Record<EndKind, string>;

/** An end as its rows hold it, read without judging it: a change that no schema allows is a change too. */
type SignedEnd = Record<keyof EndContent, unknown> & {
  signedById: string;
  signedName: string;
  /** ISO 8601, UTC, milliseconds. */
  endedAt: string;
  meaning: string;
};

/** The SHA-256 that `sign` gave the end, computed again from stored columns: a column that has changed gives another. */
export function endDigest({ signedById, signedName, endedAt, meaning, ...content }: SignedEnd): string {
  return digestOf({ signerId: signedById, printedName: signedName, signedAt: endedAt, meaning, content });
}
