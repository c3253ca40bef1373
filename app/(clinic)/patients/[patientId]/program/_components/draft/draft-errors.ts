import type { Draft } from "@/lib/draft/draft";

/** Message keys of `errors.fields` by line id and field ("dosage.reps", "noteToPatient"); under `draft` what is wrong with the whole. */
export type DraftErrors = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * The fields that were refused, by the lines that they belong to.
 * @param fields by path, as "lines.3.dosage.reps"
 * @param sent the draft that the paths count in
 */
export function draftErrors(fields: Readonly<Record<string, string>>, sent: Draft): DraftErrors {
  const errors: Record<string, Record<string, string>> = {};
  for (const [path, message] of Object.entries(fields)) {
    const [, index = "", field = ""] = /^lines\.(\d+)\.(.+)$/.exec(path) ?? [];
    const line = index === "" ? undefined : sent.lines[Number(index)];
    errors[line?.id ?? "draft"] = { ...errors[line?.id ?? "draft"], [line ? field : path]: message };
  }
  return errors;
}
