import type { ClinicalContent } from "./facts";
import type { Finding } from "./finding";
import { signing, type SigningInput, type SigningLine } from "./signing";
import { defaultSettings, type ClinicalSettings } from "./settings";

/** A signed line with the findings that stood when it was signed. */
export type KnownLine = SigningLine & { findings: readonly Finding[] };

/** `isClosed`: the patient may not do it, now or when its phase comes; else it needs the therapist's reason. */
export type MetLine = { exercise: string; phase: number; isClosed: boolean; findings: Finding[] };

/**
 * The lines of a signed program that a restriction, a recorded condition or a second protocol speaks against and nobody knew of at signing, with
 * these findings alone.
 * @param input the lines of the current phase and of those to come
 */
export function metLines(
  input: Omit<SigningInput, "lines"> & { lines: readonly KnownLine[] },
  content: ClinicalContent,
  settings: ClinicalSettings = defaultSettings,
): MetLine[] {
  const without = signing({ ...input, conditions: [], alsoProtocols: [], restrictions: [] }, content, settings).lines;
  return signing(input, content, settings).lines.flatMap(({ exercise, phase, heldBack, findings: all }, index) => {
    const explained = new Set([...findingsAt(input.lines, index), ...findingsAt(without, index)].map(nameOf));
    const findings = all.filter((finding) => finding.severity !== "caution" && !explained.has(nameOf(finding)));
    const isClosed = findings.some(({ severity }) => severity === "block");
    // What only waits opens by itself when its phase comes.
    const waits = isClosed && phase > input.phase && heldBack !== null;
    return findings.length === 0 || waits ? [] : [{ exercise, phase, isClosed, findings }];
  });
}

function findingsAt(lines: readonly { findings: readonly Finding[] }[], index: number): readonly Finding[] {
  return lines.slice(index, index + 1).flatMap(({ findings }) => findings);
}

/** Without the day on which a restriction opens the line: one that ends with a phase ends a day later every day until the phase comes. */
function nameOf({ rule, severity, because }: Finding): string {
  return `${rule} ${severity} ${rule === "restriction" ? because.en.split(" Opens ")[0] : because.en}`;
}

/** A line of a phase by what it is. */
export type LineOfPhase = { exercise: string; phase: number };

/** The lines that cannot be signed as of today; one that is held back until its day or its clearance can. */
export function unsignableLines(
  input: SigningInput,
  content: ClinicalContent,
  settings: ClinicalSettings = defaultSettings,
): LineOfPhase[] {
  return signing(input, content, settings)
    .lines.filter(({ verdict, heldBack }) => verdict === "block" && heldBack === null)
    .map(({ exercise, phase }) => ({ exercise, phase }));
}
