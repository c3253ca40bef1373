import { z } from "zod";
import { fusionEvidenceLevels, measureIds, personalValues } from "@/lib/clinical/entry-criteria";
import { clearanceKeys } from "@/lib/clinical/facts";
import { readVersion } from "./numbers";
import { bothLanguages, bothOrNeither, typedNumber, typedWhole } from "./own-exercise/pieces";
import { regionalTag } from "./own-exercise/strict-parts";
import { words } from "./words";

/** What the forms of a template's phases share with the server. Everything arrives as it is typed, so that a form keeps what could not be read. */

const lastDay = 3650;
const mostItems = 12;
const longest = 300;

const typedLines = words(mostItems * (longest + 1), { multiline: true }).transform((typed) =>
  typed
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== ""),
);
/** A text in both languages a line, the same number of lines in each. */
function linesInBoth(least: number) {
  return z
    .strictObject({ en: typedLines, es: typedLines })
    .superRefine(({ en, es }, context) => {
      const refuse = (path: "en" | "es", message: string) =>
        context.addIssue({ code: "custom", path: [path], message });
      if (en.length < least) refuse("en", "required");
      for (const [path, list] of [
        ["en", en],
        ["es", es],
      ] as const) {
        if (list.length > mostItems) refuse(path, "tooMany");
        if (list.some((line) => line.length > longest)) refuse(path, "tooLong");
      }
      if (en.length !== es.length) refuse("es", "listsDiffer");
    })
    .transform(({ en, es }) => en.map((line, index) => ({ en: line, es: es[index] ?? line })));
}

const positive = (most: number) =>
  typedNumber.pipe(z.number("numberNeeded").gt(0, "outOfRange").max(most, "outOfRange").nullable());
const kilograms = positive(200).refine((kg) => kg === null || Number(kg.toFixed(1)) === kg, "oneDecimal");
/** How a function test is asked: not at all, by a number, or by the person's own value. */
export const testKinds = ["", "number", ...personalValues] as const;
const functionTest = z
  .strictObject({
    measure: z.enum(measureIds, "badId"),
    kind: z.enum(testKinds, "chooseOne"),
    op: z.enum(["<=", ">="], "chooseOne"),
    value: typedNumber,
    unit: z.string().min(1, "badId").max(20, "badId"),
  })
  .transform(({ kind, value, ...test }, context) => {
    if (kind === "") return null;
    if (kind !== "number") return { ...test, value: kind };
    const read = z.number("numberNeeded").min(0, "outOfRange").max(100_000, "outOfRange").safeParse(value);
    for (const { message } of read.error?.issues ?? []) context.addIssue({ code: "custom", path: ["value"], message });
    return read.success ? { ...test, value: read.data } : z.NEVER;
  });

/** A phase as its form holds it. Its entry waits for its first day by itself. */
export const phaseFormSchema = z.strictObject({
  name: bothLanguages(80),
  patientName: bothLanguages(80),
  patientGoal: bothLanguages(400),
  dayStart: typedWhole(0, lastDay).refine((day) => day !== null, "required"),
  /** The first day of the next phase; nothing in the last one. */
  dayEndExclusive: typedWhole(1, lastDay),
  /** The phases beside it begin and end where this one does. */
  moveNeighbours: z.boolean("chooseOne"),
  goals: linesInBoth(1),
  entryCriteria: z.strictObject({
    redFlagFreeDays: typedWhole(0, lastDay).transform((days) => days ?? 0),
    nprsAvg7dMax: typedWhole(0, 10),
    nprsActivityMax: typedWhole(0, 10),
    walkContinuousMin: positive(600),
    sitToleranceMin: positive(600),
    woundClosed: z.boolean("chooseOne").transform((isAsked) => isAsked || null),
    fusionEvidence: z.enum(fusionEvidenceLevels, "chooseOne"),
    clearances: z.array(z.enum(clearanceKeys, "badId")).max(clearanceKeys.length, "tooMany"),
    functional: z
      .array(functionTest)
      .max(measureIds.length, "tooMany")
      .transform((tests) => tests.filter((test) => test !== null)),
    adherencePct: typedWhole(0, 100),
    other: linesInBoth(0),
  }),
  precautions: linesInBoth(0),
  limits: z.strictObject({
    liftKg: kilograms,
    sitMaxMin: positive(600),
    brace: bothOrNeither(300),
    driving: bothOrNeither(300),
  }),
  blockedTags: z.array(regionalTag).max(60, "tooMany"),
  visits: bothLanguages(200),
  progressionCriteria: linesInBoth(0),
  regressionCriteria: linesInBoth(0),
});
export type PhaseForm = z.output<typeof phaseFormSchema>;

const templateId = z.uuid("badId");
/** The own version that the draft follows; 0 before there is one. */
const follows = z.int("badId").min(0, "badId");
const phaseNumber = z.int("badId").min(1, "badId").max(20, "badId");

/** Replaces one phase of a template's draft against the version of its phases that was read. */
export const changePhaseSchema = z.strictObject({
  templateId,
  phasesVersion: readVersion,
  follows,
  n: phaseNumber,
  phase: phaseFormSchema,
});
export type ChangePhaseInput = z.output<typeof changePhaseSchema>;

/** Splits a phase: from a day on it is a new one, with the same entry and limits until somebody changes them. */
export const addPhaseSchema = z.strictObject({
  templateId,
  phasesVersion: readVersion,
  follows,
  version: readVersion,
  after: phaseNumber,
  name: bothLanguages(80),
  dayStart: typedWhole(1, lastDay).refine((day) => day !== null, "required"),
});
export type AddPhaseInput = z.output<typeof addPhaseSchema>;

/** Removes a phase; what becomes of its lines is said. Its days go to the phase before, those of the first one to the next. */
export const removePhaseSchema = z.strictObject({
  templateId,
  phasesVersion: readVersion,
  follows,
  version: readVersion,
  n: phaseNumber,
  lines: z.enum(["before", "after", "remove"], "chooseOne"),
});
export type RemovePhaseInput = z.output<typeof removePhaseSchema>;

/** What the builder asks while the draft of a template is open. */
export const watchTemplateDraftSchema = z.strictObject({ templateId, version: readVersion, follows });
