import { z } from "zod";
import { words } from "../words";

/** What the form of an exercise shares. Everything arrives as it is typed, so that a form keeps what could not be read. */

/** Numbers and words that both languages share need no second form up to this length. */
const sharedLength = 12;

function isTranslated({ en, es }: { en: string; es: string }): boolean {
  return en !== es || en.length <= sharedLength;
}
const untranslated = { path: ["es"], message: "notTranslated" };

/** A text in both languages. */
export function bothLanguages(most: number) {
  const text = words(most, { multiline: true }).min(1, "required");
  return z.strictObject({ en: text, es: text }).refine(isTranslated, untranslated);
}

/** A text in both languages, or nothing in either. */
export function bothOrNeither(most: number) {
  const text = words(most, { multiline: true });
  return z
    .strictObject({ en: text, es: text })
    .superRefine(({ en, es }, context) => {
      if (en === "" && es !== "") context.addIssue({ code: "custom", path: ["en"], message: "required" });
      if (es === "" && en !== "") context.addIssue({ code: "custom", path: ["es"], message: "required" });
    })
    .refine(isTranslated, untranslated)
    .transform((typed) => (typed.en === "" ? null : typed));
}

/** Words with commas between them, or one a line, as a list. */
export function typedList(separator: RegExp) {
  return words(600, { multiline: true }).transform((typed) =>
    typed
      .split(separator)
      .map((word) => word.trim())
      .filter((word) => word !== ""),
  );
}
export const commas = /[,;\n]/;
export const lines = /\n/;

/** The same list in both languages, one for one. */
export function pairedLists(separator: RegExp, least: number, most: number, longest: number) {
  return z
    .strictObject({ en: typedList(separator), es: typedList(separator) })
    .superRefine(({ en, es }, context) => {
      const refuse = (path: "en" | "es", message: string) =>
        context.addIssue({ code: "custom", path: [path], message });
      if (en.length < least) refuse("en", "required");
      if (en.length > most) refuse("en", "tooMany");
      if (en.some((word) => word.length > longest)) refuse("en", "tooLong");
      if (es.some((word) => word.length > longest)) refuse("es", "tooLong");
      if (es.length !== en.length) refuse("es", "listsDiffer");
    })
    .transform(({ en, es }) => en.map((word, index) => ({ en: word, es: es[index] ?? word })));
}

/** A number as it is typed, with a point or a comma; nothing typed is null. What it may be is for the schema behind to say. */
export const typedNumber = words(8).transform((typed) => (typed === "" ? null : Number(typed.replace(",", "."))));

/** A whole number as it is typed, or nothing. */
export function typedWhole(least: number, most: number) {
  return typedNumber.pipe(
    z.number("numberNeeded").int("wholeNumber").min(least, "outOfRange").max(most, "outOfRange").nullable(),
  );
}

/** One of several; a form in which nothing is chosen yet holds an empty text. */
export function chosen<const Value extends string>(values: readonly Value[]) {
  return z.enum(["", ...values], "chooseOne").transform((value, context): Value => {
    const known = values.find((one) => one === value);
    if (known !== undefined) return known;
    context.addIssue({ code: "custom", message: "chooseOne" });
    return z.NEVER;
  });
}
