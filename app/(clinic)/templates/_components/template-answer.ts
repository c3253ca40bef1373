import type { ActionResult } from "@/lib/action";
import type { Finding } from "@/lib/clinical/finding";

/** What a form about a template gets back; `sent` is what was typed, a password left out. */
export type TemplateAnswer = {
  status: "none" | ActionResult<unknown>["status"];
  /** Message keys by field path. */
  fields: Record<string, string>;
  reason: string | null;
  findings: Finding[];
  sent: Record<string, string>;
};

export const notAsked: TemplateAnswer = { status: "none", fields: {}, reason: null, findings: [], sent: {} };

/** The answer to what a form sent. */
export function templateAnswer(result: ActionResult<unknown>, form: FormData): TemplateAnswer {
  const { status } = result;
  return {
    ...{ status, fields: status === "invalid" ? result.fields : {}, sent: status === "done" ? {} : sentBy(form) },
    reason: status === "refused" ? result.reason : null,
    findings: status === "refused" ? result.findings : [],
  };
}

function sentBy(form: FormData): Record<string, string> {
  const typed = [...form.entries()].flatMap(([name, value]) =>
    typeof value === "string" && name !== "password" && !name.startsWith("$") ? [[name, value] as const] : [],
  );
  return Object.fromEntries(typed);
}
