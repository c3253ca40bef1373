import type { Finding } from "@/lib/clinical/finding";
import type { HeldBack, SignedLine } from "@/lib/clinical/signing";

type Judged = ReadonlyMap<string, SignedLine>;

/**
 * Judged lines by their ids. A line of which the rules say what they said before keeps the object of before: what shows it need not look whether
 * anything of it changed.
 */
export function steadyJudged(): (lines: readonly { id: string }[], judged: readonly SignedLine[]) => Judged {
  let known: Judged = new Map();
  return (lines, judged) => {
    const now = new Map<string, SignedLine>();
    for (const [index, { id }] of lines.entries()) {
      const [before, found] = [known.get(id), judged[index]];
      if (found) now.set(id, before && saysTheSame(before, found) ? before : found);
    }
    known = now;
    return now;
  };
}

function saysTheSame(a: SignedLine, b: SignedLine): boolean {
  return (
    a.exercise === b.exercise &&
    a.phase === b.phase &&
    a.verdict === b.verdict &&
    waitsTheSame(a.heldBack, b.heldBack) &&
    a.findings.length === b.findings.length &&
    a.findings.every((finding, index) => isSameFinding(finding, b.findings[index]))
  );
}

function waitsTheSame(a: HeldBack | null, b: HeldBack | null): boolean {
  return a === null || b === null ? a === b : a.until === b.until && a.day === b.day && isSameList(a.keys, b.keys);
}

function isSameFinding(a: Finding, b: Finding | undefined): boolean {
  return (
    a.rule === b?.rule &&
    a.severity === b.severity &&
    a.because.en === b.because.en &&
    a.because.es === b.because.es &&
    isSameList(a.source, b.source)
  );
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}
