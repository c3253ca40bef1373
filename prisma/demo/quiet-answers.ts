import type { Answer, Stage, TriageContent, TriageContext } from "@/lib/clinical/triage-content";
import { askedInputs } from "@/lib/clinical/triage/missing";

/** Pain of one session: 0–10 before, at its worst and some hours later, and for how many hours it stayed raised. */
export type SessionPain = { nprsBefore: number; nprsDuring: number; nprsAfter: number; hoursIncreased: number };

/** What somebody answers on a quiet day to everything that is asked of them: every sign at its quiet value, pain as given. */
export function quietAnswers(
  stage: Stage,
  context: TriageContext,
  content: TriageContent,
  pain: SessionPain,
): Record<string, Answer> {
  const hasRisen = pain.nprsDuring > pain.nprsBefore || pain.nprsAfter > pain.nprsBefore;
  const said: Record<string, Answer> = {
    ...pain,
    painLocation: hasRisen ? "local" : "none",
    painCharacter: hasRisen ? "ache" : "none",
  };
  return Object.fromEntries(
    askedInputs(stage, context, content).flatMap(({ key, quiet }) => {
      const answer = said[key] ?? quiet;
      return answer === null ? [] : [[key, answer]];
    }),
  );
}
