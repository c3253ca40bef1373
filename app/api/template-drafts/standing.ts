import type { StandingDraft } from "@/lib/schemas/program";
import type { StandingTemplateDraft } from "@/lib/schemas/template";

/** A template's draft as the builder merges drafts: it begins in phase 1 and follows no revision. */
export function standingOf({ version, lines, changedAt, changedBy }: StandingTemplateDraft): StandingDraft {
  return { version, currentRevision: null, startPhase: 1, lines, changedAt, changedBy };
}
