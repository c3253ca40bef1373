import * as z from "zod/mini";

/** Control characters and lone surrogates: a database does not store them, and a signature over them would not read back. */
const unstorable = /[\p{Cc}\p{Cs}]/u;
const unstorableInLines = /(?![\n\t])[\p{Cc}\p{Cs}]/u;

/**
 * What a typed text goes through before it is stored: composed (NFC) and trimmed, so that what is stored is what was read and signed.
 * @param most characters (UTF-16 units)
 * @param multiline lines and tabs are kept, every line end as `\n`
 */
export function textChecks(most: number, { multiline = false } = {}) {
  const bad = multiline ? unstorableInLines : unstorable;
  return [
    z.normalize("NFC"),
    z.overwrite<string>((text) => (multiline ? text.replace(/\r\n?/g, "\n") : text)),
    z.trim(),
    z.maxLength(most, "tooLong"),
    z.refine<string>((text) => !bad.test(text), "badCharacters"),
  ];
}

/** A text that may be left out: nothing typed is null. */
export function optionalWords(most: number) {
  const text = z.string("required").check(...textChecks(most, { multiline: true }));
  return z.pipe(
    z.nullish(text),
    z.transform((given) => given || null),
  );
}
