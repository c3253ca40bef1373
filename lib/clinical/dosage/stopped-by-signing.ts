import type { ClinicalContent, Dosage } from "../facts";
import type { Finding } from "../finding";
import type { ClinicalSettings } from "../settings";
import { signing, type SigningInput, type SigningLine } from "../signing";

/** A line of a program as signed; `next` is its proposed dosage, null where it stays. */
export type LineWithNext = SigningLine & { next: Dosage | null };

/**
 * What signing would newly hold against each proposed dosage: it blocks, or asks for a reason that the dosage before did not ask for. Such a change is
 * no proposal of the product's: nobody has written the reason.
 * @returns by the place of the line; empty where the proposal can be signed as it is
 */
export function stoppedBySigning(
  situation: Omit<SigningInput, "lines">,
  lines: readonly LineWithNext[],
  content: ClinicalContent,
  settings: ClinicalSettings,
): Finding[][] {
  const now = signing({ ...situation, lines }, content, settings).lines;
  const then = signing(
    { ...situation, lines: lines.map((line) => ({ ...line, dosage: line.next ?? line.dosage })) },
    content,
    settings,
  ).lines;
  return lines.map(({ next }, place) => {
    if (next === null) return [];
    const known = new Set(grave(now[place]?.findings).map(({ rule }) => rule));
    return grave(then[place]?.findings).filter(({ rule }) => !known.has(rule));
  });
}

function grave(findings: readonly Finding[] = []): Finding[] {
  return findings.filter(({ severity }) => severity === "block" || severity === "override");
}
