import { evidenceKindOf } from "@/lib/schemas/evidence";

/** Every form of the page has fields of its own: their names begin with the phase and the criterion. */
export function fieldName(phase: number | string, criterion: string, field: string): string {
  return `phase${phase}-${criterion}-${field}`;
}

/** What a form of one criterion sent, as the schema takes it; what is empty or no number is left for the schema to name. */
export function evidenceOfForm(form: FormData): Record<string, unknown> {
  const criterion = textOf(form, "criterion");
  const phase = textOf(form, "phase");
  const given = (field: string) => textOf(form, fieldName(phase, criterion, field));
  const kind = evidenceKindOf(criterion);
  return {
    ...{ programId: textOf(form, "programId"), phase: numberOf(phase), criterion },
    value: kind === "yesNo" ? answerOf(given("value")) : kind === "healing" ? given("value") : numberOf(given("value")),
    ...(kind === "result" ? { norm: numberOf(given("norm")) } : {}),
    note: given("note"),
    observedOn: given("observedOn"),
  };
}

/** A text field of a form; empty where it is missing. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

/** Written with a point or a comma; null where nothing was written. */
export function numberOf(text: string): number | null {
  return text.trim() === "" ? null : Number(text.trim().replace(",", "."));
}

function answerOf(text: string): boolean | null {
  return text === "yes" ? true : text === "no" ? false : null;
}
