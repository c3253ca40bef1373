import type { Text } from "./facts";

export const severities = ["clear", "caution", "override", "block"] as const;
/** `clear < caution < override < block`; a verdict is the worst severity of its findings. */
export type Severity = (typeof severities)[number];

/** Ids of `prisma/content/sources.json`, and `background, unverified` where nobody has confirmed the number. */
export type Source = string[];

/** The mark that stands in the place of a source id. */
export const unverified = "background, unverified";

/** One explained result of a rule, in words a therapist would say. */
export type Finding = { rule: string; severity: Severity; because: Text; source: Source };

/** The worst severity of the findings; no findings are `clear`. */
export function verdictOf(findings: readonly Finding[]): Severity {
  return findings.reduce<Severity>((worst, { severity }) => stricterOf(worst, severity), "clear");
}

/** The stricter of two severities. */
export function stricterOf(a: Severity, b: Severity): Severity {
  return severities.indexOf(a) >= severities.indexOf(b) ? a : b;
}
