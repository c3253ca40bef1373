import { z } from "zod";
import { workedSide } from "@/lib/figure/sides";
import { figureSchema } from "../content/figure";
import { readVersion } from "../numbers";
import { words } from "../words";
import { bothLanguages } from "./pieces";

/** Characters of JSON; the largest shipped record has under 3000. */
const longest = 8000;
const caption = words(90).min(1, "required");

type Figure = z.output<typeof figureSchema>;

/** A record of the content's own form, with the messages of fields, and with every picture's caption in both languages. */
const recordSchema = z.unknown().transform((given, context): Figure => {
  const read = figureSchema.safeParse(given);
  for (const issue of read.error?.issues ?? []) {
    const paths = issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    for (const path of paths) context.addIssue({ code: "custom", path, message: messages[issue.code] ?? "badId" });
  }
  if (!read.data) return z.NEVER;
  if (JSON.stringify(read.data).length > longest) context.addIssue({ code: "custom", message: "tooLong" });
  for (const [index, { say }] of read.data.keys.entries()) {
    for (const language of ["en", "es"] as const) {
      const typed = caption.safeParse(say?.[language] ?? "");
      for (const { message } of typed.error?.issues ?? []) {
        context.addIssue({ code: "custom", path: ["keys", index, "say", language], message });
      }
    }
  }
  return read.data;
});

const messages: Readonly<Partial<Record<z.core.$ZodIssue["code"], string>>> = {
  too_small: "outOfRange",
  too_big: "outOfRange",
  invalid_type: "numberNeeded",
  invalid_value: "chooseOne",
  unrecognized_keys: "unknownKey",
};

/** The figure of an own exercise: its record, and the shipped exercise whose record was adjusted. */
export const ownFigureSchema = z.strictObject({ from: words(80).min(1, "required"), record: recordSchema });
export type OwnFigure = z.output<typeof ownFigureSchema>;

/** A part of the body with its side: not "right away", and not the "espalda derecha" of who sits straight. */
const namesSide =
  /\b(left|right) (side|leg|thigh|knee|foot|heel|ankle|toes|hip|arm|shoulder|elbow|hand|ear)\b|\b(lado|pierna|muslo|rodilla|pie|talón|tobillo|cadera|brazo|hombro|codo|mano|oreja) (izquierd|derech)[oa]\b/i;

/** Gives an own exercise a figure of its own against the version that was read; null takes it away. */
export const changeFigureSchema = z
  .strictObject({
    code: words(80).min(1, "required"),
    version: readVersion,
    figure: ownFigureSchema.nullable(),
    /** What the figure shows, in words. */
    alt: bothLanguages(300),
  })
  .superRefine(({ figure, alt }, context) => {
    // The picture is turned round for a line of the other side, its words are not.
    if (figure === null || workedSide(figure.record) === null) return;
    const said = figure.record.keys.map(({ say }, key) => [["figure", "record", "keys", key, "say"], say] as const);
    for (const [path, text] of [...said, [["alt"], alt] as const]) {
      for (const language of ["en", "es"] as const) {
        if (!namesSide.test(text?.[language] ?? "")) continue;
        context.addIssue({ code: "custom", path: [...path, language], message: "sideNamed" });
      }
    }
  });
export type ChangeFigureInput = z.output<typeof changeFigureSchema>;

/**
 * The figure that a row of an exercise shows. A record that this version can no longer read is left out: the exercise is worth more than its
 * picture.
 */
export const shownFigureSchema = z
  .union([z.strictObject({ record: figureSchema }), z.strictObject({ code: z.string() })])
  .nullable()
  .catch(null);
