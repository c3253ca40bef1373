import { z } from "zod";
import { procedureTypes } from "@/lib/clinical/facts";
import { givenDay } from "./day";
import { alsoFollowsSchema, codedConditions } from "./episode";
import { restrictionsSchema } from "./restriction";
import { words } from "./words";

const needed = (most: number) => words(most).min(1, "required");

/** Spine regions of an episode: what the context of triage knows. */
export const episodeRegions = ["CERVICAL", "THORACOLUMBAR", "LUMBAR"] as const;

/** The levels that can be treated, from the neck down, by region. */
export const levelsOf = {
  CERVICAL: ["C2–C3", "C3–C4", "C4–C5", "C5–C6", "C6–C7", "C7–T1"],
  THORACOLUMBAR: ["T9–T10", "T10–T11", "T11–T12", "T12–L1", "L1–L2"],
  LUMBAR: ["L1–L2", "L2–L3", "L3–L4", "L4–L5", "L5–S1"],
} as const satisfies Record<(typeof episodeRegions)[number], readonly string[]>;

/** Who the patient is, and how they sign in. */
const identitySchema = z.strictObject({
  givenName: needed(80),
  familyName: needed(80),
  mrn: needed(40),
  birthDate: givenDay,
  phone: words(40).default(""),
  locale: z.enum(["en", "es"], "chooseOne"),
  signInName: needed(320).refine((name) => !/\s/.test(name), "noSpaces"),
});

/** The treatment and what the surgeon has ordered for it. */
const episodeSchema = z
  .strictObject({
    procedureType: z.enum(procedureTypes, "chooseOne"),
    region: z.enum(episodeRegions, "chooseOne"),
    levels: z.array(z.string()).min(1, "chooseLevels").max(6, "tooMany"),
    technique: needed(80),
    procedureDate: givenDay,
    surgeonId: z.uuid("chooseOne"),
    protocolId: words(80).min(1, "chooseOne"),
    /** Of that protocol, the clinic's own one that was chosen, or the shipped one; null: the shipped one. */
    templateId: z.uuid("chooseOne").nullable().default(null),
    /** Of a protocol that counts from its pathway's start; null for every other. */
    pathwayStart: givenDay.nullable().default(null),
    alsoFollows: z.array(alsoFollowsSchema).max(4, "tooMany").default([]),
    conditions: codedConditions,
    restrictions: restrictionsSchema,
  })
  .check((context) => {
    const { region, levels, procedureDate, pathwayStart, protocolId, alsoFollows } = context.value;
    const known: readonly string[] = levelsOf[region];
    if (levels.some((level) => !known.includes(level))) {
      context.issues.push({ code: "custom", path: ["levels"], message: "levelsOfRegion", input: levels });
    }
    const say = (path: (string | number)[], message: string) =>
      context.issues.push({ code: "custom", path, message, input: context.value });
    if (pathwayStart !== null && pathwayStart < procedureDate) say(["pathwayStart"], "beforeProcedure");
    alsoFollows.forEach(({ protocolId: other }, index) => {
      if (other === protocolId) say(["alsoFollows", index, "protocolId"], "ownProtocol");
      if (alsoFollows.findIndex((one) => one.protocolId === other) < index) {
        say(["alsoFollows", index, "protocolId"], "twice");
      }
    });
  });

/** From an empty form to a draft program in one act. */
export const admitPatientSchema = z.strictObject({ identity: identitySchema, episode: episodeSchema });
export type AdmitPatientInput = z.output<typeof admitPatientSchema>;
