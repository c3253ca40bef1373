import type { Finding } from "@/lib/clinical/finding";
import type { SignedLine, SigningResult } from "@/lib/clinical/signing";
import type { DraftLine } from "@/lib/schemas/program";

/** Everything that keeps a draft from being signed. */
export type SigningStops = {
  isEmpty: boolean;
  /** Lines that the rules block, each with what they found. */
  blocked: { line: DraftLine; findings: Finding[] }[];
  /** About the whole program. */
  general: Finding[];
  /** Overrides without a written reason. */
  unexplained: DraftLine[];
};

/**
 * What stands between a draft and its signature.
 * @param answer to exactly these lines
 */
export function signingStops(lines: readonly DraftLine[], answer: SigningResult): SigningStops {
  const judged = lines.flatMap((line, index) => {
    const found = answer.lines[index];
    return found ? [{ line, found }] : [];
  });
  return {
    isEmpty: lines.length === 0,
    blocked: judged.flatMap(({ line, found }) => (isBlocked(found) ? [{ line, findings: found.findings }] : [])),
    general: answer.findings.filter(({ severity }) => severity === "block"),
    unexplained: judged.flatMap(({ line, found }) => (needsReason(found) && !line.overrideReason ? [line] : [])),
  };
}

/** A line held back may be signed: what blocks it is that it is not open yet. */
function isBlocked({ verdict, heldBack }: SignedLine): boolean {
  return verdict === "block" && heldBack === null;
}

function needsReason({ findings }: SignedLine): boolean {
  return findings.some(({ severity }) => severity === "override");
}
