import { digestOf } from "@/lib/records/signature";
import type { SignedOutcome } from "@/lib/schemas/clearance";
import type { Evidence } from "./evidence";
import type { Terms } from "./terms";

/** What a decision signs: which clearance, what became of it, on what terms, why, and what was shown. */
export type DecisionContent = {
  clearanceId: string;
  patientId: string;
  episodeId: string;
  subjectId: string;
  outcome: SignedOutcome;
  terms: Terms;
  reason: string | null;
  evidence: Evidence;
  /** Of one that takes another back; absent from every other. */
  undoesId?: string;
};

/** A decision as its row holds it, read without judging it: a change that no schema allows is a change too. */
export type SignedDecision = Record<Exclude<keyof DecisionContent, "undoesId">, unknown> & {
  undoesId?: string;
  decidedById: string;
  signedName: string;
  /** ISO 8601, UTC, milliseconds. */
  decidedAt: string;
  meaning: string;
};

/** The SHA-256 that `sign` gave the decision, computed again from its columns: any changed column gives another. */
export function decisionDigest({ decidedById, signedName, decidedAt, meaning, ...content }: SignedDecision): string {
  return digestOf({ signerId: decidedById, printedName: signedName, signedAt: decidedAt, meaning, content });
}
