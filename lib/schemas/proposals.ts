import { z } from "zod";
import { readVersion } from "./numbers";
import { words } from "./words";

/** So many drafts are signed or dismissed together at most: one page of them. */
export const proposalsAtOnce = 25;

const readDraft = z.strictObject({
  programId: z.uuid("badId"),
  /** Of the draft that was read. */
  version: readVersion,
  /** The signed revision that it follows. */
  follows: z.int("badId").min(1, "badId"),
});
const readDrafts = z
  .array(readDraft)
  .min(1, "chooseOne")
  .max(proposalsAtOnce, "tooMany")
  .refine((drafts) => new Set(drafts.map(({ programId }) => programId)).size === drafts.length, "onlyOnce");

/** Signs several drafts that the product began, each as it was read, with one password. */
export const signSeveralSchema = z.strictObject({
  drafts: readDrafts,
  password: z.string().min(1, "required").max(1024, "tooLong"),
});
export type SignSeveralInput = z.output<typeof signSeveralSchema>;

/** Puts several drafts that the product began away, for one reason. */
export const dismissSeveralSchema = z.strictObject({
  drafts: readDrafts,
  reason: words(500, { multiline: true }).min(1, "required"),
});
export type DismissSeveralInput = z.output<typeof dismissSeveralSchema>;

/** Takes the week's open proposals into a draft, as it was read. */
export const takeProposalsSchema = readDraft;
export type TakeProposalsInput = z.output<typeof takeProposalsSchema>;
