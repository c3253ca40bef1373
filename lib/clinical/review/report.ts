import type { ExerciseFacts, Text } from "../facts";
import { stricterOf, unverified, type Finding, type Source } from "../finding";
import type { Track } from "../track";
import type { Case, WeighedLine } from "./case";

/** A rule of one line; it answers every reason it finds. */
export type LineRule = (line: WeighedLine, program: Case) => readonly Finding[];

/** The answer of a rule that found nothing. */
export const none: readonly Finding[] = [];

/** Judges every protocol on its own day and phase; the stricter finding stays, of equals the first. */
export function strictest<T>(tracks: readonly T[], judge: (track: T) => Finding | null): readonly Finding[] {
  let worst: Finding | null = null;
  for (const track of tracks) {
    const finding = judge(track);
    if (finding && (!worst || stricterOf(finding.severity, worst.severity) !== worst.severity)) worst = finding;
  }
  return worst ? [worst] : none;
}

/** What the content names as the exercise's sources. */
export function sourceOf({ sources, basis }: Pick<ExerciseFacts, "sources" | "basis">): Source {
  return basis === "sourced" && sources.length > 0 ? sources : [unverified];
}

/** What the content names as the sources of the track's phase, or else of its protocol. */
export function phaseSourceOf({ phase, protocol }: Pick<Track, "phase" | "protocol">): Source {
  if (phase.sources.length > 0) return phase.sources;
  return protocol.sources.length > 0 ? protocol.sources : [unverified];
}

/** A number without needless decimals, as both languages of the product write it. */
export function amount(value: number): string {
  return String(Math.round(value * 100) / 100);
}

export function text(en: string, es: string): Text {
  return { en, es };
}
