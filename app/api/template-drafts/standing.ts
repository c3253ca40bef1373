import { versionFollowed } from "@/lib/draft/template-facts";
import type { StandingDraft } from "@/lib/schemas/program";
import type { StandingTemplateDraft } from "@/lib/schemas/template";

/** A template's draft as the builder merges drafts: it begins in phase 1 and follows a version in the place of a revision. */
export function standingOf(draft: StandingTemplateDraft): StandingDraft {
  const { version, lines, changedAt, changedBy } = draft;
  return { version, currentRevision: versionFollowed(draft), startPhase: 1, lines, changedAt, changedBy };
}
