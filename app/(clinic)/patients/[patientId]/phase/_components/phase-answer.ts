import type { ActionResult } from "@/lib/action";
import type { Finding } from "@/lib/clinical/finding";

/** What a form of this page gets back; `sent` is what was typed, so that nothing is lost. */
export type PhaseAnswer = {
  status: "none" | ActionResult<unknown>["status"];
  /** Message keys by the field's name on the page. */
  fields: Record<string, string>;
  /** Why a rule refuses, or the word for it. */
  reason: string | null;
  findings: Finding[];
  sent: Record<string, string>;
};

export const noAnswer: PhaseAnswer = { status: "none", fields: {}, reason: null, findings: [], sent: {} };

/**
 * The answer to what a form sent.
 * @param nameOf the field's name on the page, by its name in the verb's input
 */
export function phaseAnswer(
  result: ActionResult<unknown>,
  form: FormData,
  nameOf: (field: string) => string,
): PhaseAnswer {
  const { status } = result;
  if (status === "done") return { ...noAnswer, status };
  const sent = Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
  if (status === "invalid") {
    const fields = Object.entries(result.fields).map(([name, key]) => [nameOf(name), key] as const);
    return { ...noAnswer, status, fields: Object.fromEntries(fields), sent };
  }
  if (status === "refused") return { ...noAnswer, status, reason: result.reason, findings: result.findings, sent };
  return { ...noAnswer, status, sent };
}
