import { z } from "zod";
import { movementTags, regions } from "@/lib/clinical/facts";

/** What the schemas of the shipped content share. Everything is strict: an unknown key is a spelling mistake. */

/** The nine protocols of the clinical reference; exercises and activities name a day for each of them. */
export const protocolIds = [
  "fusion-lumbar",
  "fusion-cervical",
  "fusion-thoracolumbar",
  "hardware-stabilisation",
  "lumbar-discectomy",
  "lumbar-laminectomy",
  "injection-epidural",
  "injection-facet-rfa",
  "fbss",
] as const;

/** Lower-case words joined by hyphens, as in file names. */
export const contentId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case words joined by hyphens");
export const basis = z.enum(["sourced", "background, unverified"]);
/** Whole days since the anchor. */
export const day = z.int().min(0);
export const phaseNumber = z.int().min(1);
export const regionalTag = z.strictObject({ tag: z.enum(movementTags), region: z.enum(regions).nullable() });
/** Ids of `sources.json`; that they exist is a cross-check. */
export const sourceIds = z.array(z.string().min(1));

export const sourcesSchema = z.record(
  z.string().min(1),
  z.strictObject({
    tier: z.enum(["A", "B", "C", "D", "OBS", "LIC", "SEED"]),
    title: z.string().min(1),
    /** A web address, or the file of a seed article. */
    address: z.string().min(1),
  }),
);
export type ContentSources = z.infer<typeof sourcesSchema>;
