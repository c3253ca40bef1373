import type { ActionResult } from "@/lib/action";
import type { Finding } from "@/lib/clinical/finding";

/** What the signing form gets back; `sent` is what was typed, the password left out. */
export type SignAnswer = {
  status: "none" | ActionResult<unknown>["status"];
  fields: Record<string, string>;
  reason: string | null;
  findings: Finding[];
  retryAfterSec: number;
  sent: { askFor: string[]; question: string } | null;
};

export const notAnswered: SignAnswer = {
  ...{ status: "none", fields: {}, reason: null, findings: [], retryAfterSec: 0, sent: null },
};

/** The answer to what was sent to be signed. */
export function signAnswer(result: ActionResult<unknown>, sent: SignAnswer["sent"]): SignAnswer {
  const answer = { ...notAnswered, status: result.status, sent };
  if (result.status === "invalid") return { ...answer, fields: result.fields };
  if (result.status === "refused") return { ...answer, reason: result.reason, findings: result.findings };
  return result.status === "too-many" ? { ...answer, retryAfterSec: result.retryAfterSec } : answer;
}
