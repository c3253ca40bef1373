import type { SentValues } from "./read-question";

/** Fields about the form itself; every other one is an answer. */
const meta: ReadonlySet<string> = new Set([
  "stage",
  "idempotencyKey",
  "corrects",
  "reason",
  "onDay",
  "step",
  "screens",
  "go",
]);

/** The answers of a sent form by field name, as they were chosen and typed. */
export function sentValues(form: FormData): SentValues {
  const read = new Map<string, string[]>();
  for (const [name, value] of form) {
    if (meta.has(name) || name.startsWith("$") || typeof value !== "string") continue;
    read.set(name, [...(read.get(name) ?? []), value]);
  }
  // A map first: a field may have any name, "constructor" too.
  return Object.fromEntries(read);
}
