import type { RestrictionTerms } from "@/lib/clinical/restriction-strictness";
import { digestOf } from "@/lib/records/signature";

export const restrictionActs = ["ordered", "changed", "confirmed", "ended"] as const;
export type RestrictionAct = (typeof restrictionActs)[number];

/** What a signature on a restriction covers beside signer, name, time and meaning. */
export type RestrictionContent = {
  restrictionId: string;
  /** The one that this changes. */
  replacesId: string | null;
  patientId: string;
  episodeId: string;
  act: RestrictionAct;
  terms: RestrictionTerms;
  note: string | null;
  reason: string | null;
};

/** What the signature says beside the name. A therapist writes down what the surgeon ordered. */
export function meaningOf(act: RestrictionAct, role: string): string {
  if (role !== "surgeon")
    return act === "ordered" ? "restriction, as the surgeon ordered" : "restriction made stricter";
  const meanings = {
    ordered: "ordered the restriction",
    changed: "changed the restriction",
    confirmed: "confirmed the restriction",
    ended: "ended the restriction",
  } as const satisfies Record<RestrictionAct, string>;
  return meanings[act];
}

/** A decision as its row and its restriction's hold it, read without judging it: a change that no schema allows is a change too. */
type SignedRestriction = Record<keyof RestrictionContent, unknown> & {
  decidedById: string;
  signedName: string;
  /** ISO 8601, UTC, milliseconds. */
  decidedAt: string;
  meaning: string;
};

/** The SHA-256 that `sign` gave the decision, computed again from stored columns: a column that has changed gives another. */
export function restrictionDigest({
  decidedById,
  signedName,
  decidedAt,
  meaning,
  ...content
}: SignedRestriction): string {
  return digestOf({ signerId: decidedById, printedName: signedName, signedAt: decidedAt, meaning, content });
}
