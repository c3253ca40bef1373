import type { ActionResult } from "@/lib/action";
import type { NewlyMet } from "@/lib/records/episodes/met-by-record";

/** What a form of this page gets back; `sent` is what was typed, so that nothing is lost. */
export type FormAnswer = {
  status: "none" | "preview" | "too-many" | ActionResult<unknown>["status"];
  /** Message keys by field name. */
  fields: Record<string, string>;
  met: NewlyMet["met"];
  /** A draft without what cannot be signed now waits. */
  hasDraft: boolean;
  sent: Record<string, string[]>;
};

export const noAnswer: FormAnswer = { status: "none", fields: {}, met: [], hasDraft: false, sent: {} };

/**
 * The answer to what a form sent.
 * @param names of the fields on the page, by their name in the verb's input, where they differ
 */
export function formAnswer(
  result: ActionResult<(NewlyMet & { hasDraft?: boolean }) | null>,
  form: FormData,
  names: Readonly<Record<string, string>> = {},
): FormAnswer {
  const { status } = result;
  if (status === "done") {
    const { met = [], hasDraft = false } = result.value ?? {};
    return { ...noAnswer, status, met, hasDraft };
  }
  const wrong = status === "invalid" ? Object.entries(result.fields) : [];
  const fields = Object.fromEntries(wrong.map(([name, key]) => [names[name] ?? name, key]));
  return { ...noAnswer, status, fields, sent: sentBy(form) };
}

/** The values of a form by field. */
export function sentBy(form: FormData): Record<string, string[]> {
  const names = new Set(form.keys());
  return Object.fromEntries(
    [...names].filter((name) => !name.startsWith("$")).map((name) => [name, texts(form, name)]),
  );
}

/** Everything that was sent under one name. */
export function texts(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value) => typeof value === "string");
}
