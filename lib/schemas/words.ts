import { z } from "zod";

/** Control characters and lone surrogates: a database does not store them, and a signature over them would not read back. */
const unstorable = /[\p{Cc}\p{Cs}]/u;
const unstorableInLines = /(?![\n\t])[\p{Cc}\p{Cs}]/u;

/**
 * A text that a person types, trimmed and composed (NFC), so that what is stored is what was read and signed. Empty is allowed; add `.min(1, "required")`.
 * @param most characters (UTF-16 units)
 * @param multiline lines and tabs are kept, every line end as `\n`
 */
export function words(most: number, { multiline = false } = {}): z.ZodString {
  const bad = multiline ? unstorableInLines : unstorable;
  return z
    .string("required")
    .normalize("NFC")
    .overwrite((text) => (multiline ? text.replace(/\r\n?/g, "\n") : text))
    .trim()
    .max(most, "tooLong")
    .refine((text) => !bad.test(text), "badCharacters");
}

/** A text that may be left out: nothing typed is null. */
export function optionalWords(most: number) {
  return words(most, { multiline: true })
    .nullish()
    .transform((text) => text || null);
}
