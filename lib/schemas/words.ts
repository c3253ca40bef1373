import { z } from "zod";
import { textChecks } from "./typed-text";

/**
 * A text that a person types, trimmed and composed (NFC), so that what is stored is what was read and signed. Empty is allowed; add `.min(1, "required")`.
 * @param most characters (UTF-16 units)
 * @param multiline lines and tabs are kept, every line end as `\n`
 */
export function words(most: number, kind: { multiline?: boolean } = {}): z.ZodString {
  return z.string("required").check(...textChecks(most, kind));
}
