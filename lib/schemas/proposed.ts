import { z } from "zod";
import { regions, restrictionKinds } from "@/lib/clinical/facts";
import { dosageSchema } from "./dosage";
import { textSchema } from "./text";

/** What was ordered, and the lines that the draft leaves out for it. */
const byRestriction = z.strictObject({
  kind: z.literal("restriction"),
  restrictions: z.array(
    z.strictObject({
      kind: z.enum(restrictionKinds),
      region: z.enum(regions).nullable(),
      kg: z.number().nullable(),
      minutes: z.number().nullable(),
    }),
  ),
  leftOut: z.array(z.strictObject({ exercise: z.string(), phase: z.number() })),
});

const version = z.strictObject({ versionId: z.uuid(), number: z.number().int().min(1) });
/** A newer version of the template: from which one, to which. */
const byTemplate = z.strictObject({
  kind: z.literal("template"),
  ...{ templateId: z.uuid(), from: version, to: version },
  /** What was done by hand and the newer version does not undo (lib/draft/template-merge.ts). */
  kept: z
    .array(z.strictObject({ exercise: z.string(), phase: z.number(), what: z.enum(["changed", "added", "removed"]) }))
    .default([]),
});

/** What the week says of single lines: each with its change and why, and those that stay although the week speaks for a change. */
const byWeek = z.strictObject({
  kind: z.literal("dosage"),
  /** The Monday of the week that it rests on. */
  week: z.iso.date(),
  lines: z.array(
    z.strictObject({
      proposalId: z.uuid(),
      exercise: z.string(),
      phase: z.number(),
      from: dosageSchema,
      to: dosageSchema,
      change: z.enum(["increase", "reduce"]),
      because: textSchema,
      source: z.array(z.string()),
    }),
  ),
  leftOut: z.array(
    z.strictObject({ exercise: z.string(), phase: z.number(), because: textSchema, source: z.array(z.string()) }),
  ),
});

/** Why the product began a draft. One that was stored before there were several kinds came from a restriction. */
export const proposedSchema = z.preprocess(withKind, z.discriminatedUnion("kind", [byRestriction, byTemplate, byWeek]));
export type Proposed = z.output<typeof proposedSchema>;
export type ProposedOf<Kind extends Proposed["kind"]> = Extract<Proposed, { kind: Kind }>;

function withKind(stored: unknown): unknown {
  return typeof stored === "object" && stored !== null && !("kind" in stored)
    ? { kind: "restriction", ...stored }
    : stored;
}
