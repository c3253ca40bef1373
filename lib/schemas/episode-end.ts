import { z } from "zod";
import type { EndKind } from "@/lib/clinical/episode-end";
import { givenDay } from "./day";
import { readVersion } from "./numbers";
import { admitPatientSchema } from "./patient";
import { words } from "./words";

const patientId = z.uuid("badId");
const password = z.string("required").min(1, "required").max(1024, "tooLong");
const reason = words(1000, { multiline: true }).min(1, "required");
/** Of the summary that was shown: what is signed is what was read. */
const summarySha256 = z.string("badId").regex(/^[0-9a-f]{64}$/, "badId");

/** The ends that a clinician chooses; a second procedure supersedes by `nextEpisodeSchema`. */
export const chosenEnds = ["discharged", "transferred", "deceased"] as const satisfies readonly EndKind[];

/** The end of an open episode, with the clinician's words for the patient. */
export const endEpisodeSchema = z
  .strictObject({
    patientId,
    version: readVersion,
    summarySha256,
    kind: z.enum(chosenEnds, "chooseOne"),
    endedOn: givenDay,
    reason,
    transferredTo: words(200).default(""),
    advice: words(2000, { multiline: true }).default(""),
    password,
  })
  .check((context) => {
    const { kind, transferredTo, advice } = context.value;
    const need = (path: string) =>
      context.issues.push({ code: "custom", path: [path], message: "required", input: "" });
    if (kind === "transferred" && transferredTo === "") need("transferredTo");
    if (kind === "discharged" && advice === "") need("advice");
  });
export type EndEpisodeInput = z.output<typeof endEpisodeSchema>;

/** Asks for the summary up to a last day, before it is signed. */
export const showEndSchema = z.strictObject({ patientId, endedOn: givenDay });

/** A new episode of a patient whom the clinic knows; an open one is superseded, signed, in the same act. */
export const nextEpisodeSchema = z.strictObject({
  patientId,
  episode: admitPatientSchema.shape.episode,
  /** Of the open episode; null where none is open. */
  ending: z.strictObject({ version: readVersion, summarySha256, reason, password }).nullable(),
});
export type NextEpisodeInput = z.output<typeof nextEpisodeSchema>;

/** Asks whether the signature on the end of an episode still holds. */
export const verifyEndSchema = z.strictObject({ episodeId: z.uuid("badId") });

/** The patient has read that another phase has begun. */
export const seenPhaseSchema = z.strictObject({ phaseChangeId: z.uuid("badId") });
