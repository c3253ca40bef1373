import { z } from "zod";

/** Kinds of things of the product that can carry a fact; `tests/unit/content/seed-coverage.test.ts` resolves each. */
const bearers = [
  "activity",
  /** A rule of the contract that answers as a whole: review, readiness, triage, dosage. */
  "decision",
  "exercise",
  /** A question of the check-in. */
  "input",
  /** A clearance key. */
  "key",
  /** A level of triage. */
  "level",
  "measure",
  /** An interface text, in both languages. */
  "message",
  /** A reason for a later timeline. */
  "modifier",
  /** A number of the triage rules. */
  "parameter",
  "permission",
  /** `protocol/number`. */
  "phase",
  "procedure",
  "protocol",
  "restriction",
  /** A finding of review. */
  "rule",
  /** The address of a page. */
  "screen",
  /** A number of the rules that a clinic may set. */
  "setting",
  /** What an exercise does with the spine. */
  "tag",
  "trend",
  "triage",
] as const;

/** `prisma/content/seed-coverage.json`: what the five source articles say, and what in the product carries it. */
export const seedCoverageSchema = z.array(
  z.strictObject({
    id: z.string().regex(/^S[0-4]-\d\d$/),
    /** An id of `sources.json`. */
    article: z.string().min(1),
    /** Of the article's text. */
    line: z.int().min(1),
    /** In our own words, in English. */
    fact: z.string().min(1),
    mapsTo: z.array(z.string().regex(new RegExp(`^(${bearers.join("|")}):\\S+$`), "must be kind:id")).min(1),
  }),
);
export type SeedFact = z.infer<typeof seedCoverageSchema>[number];
