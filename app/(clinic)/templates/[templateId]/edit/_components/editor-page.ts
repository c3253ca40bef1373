import type { BuilderPage } from "@/app/(clinic)/patients/[patientId]/program/_components/builder-context";
import type { Actor } from "@/lib/access/actor";
import { templateInput } from "@/lib/clinical/template-review";
import { versionFollowed } from "@/lib/draft/template-facts";
import type { TemplateEditor } from "@/lib/records/templates/load-template-editor";

/** The draft of a template as the builder's panels read it: nobody's revisions, no dates, the lines of the version before as alternatives. */
export function editorPage(actor: Actor, editor: TemplateEditor): BuilderPage {
  const { draft, protocol, before, words, ownDosages, settings } = editor;
  const { protocol: id, anchor, today } = templateInput(protocol, []);
  return {
    programId: draft.templateId,
    templateVersion: draft.basedOn.number,
    templatePublishedAt: before.publishedAt,
    state: "active",
    // What a signed revision is to a program.
    currentRevision: versionFollowed(draft),
    revisions: [],
    signedLines: [],
    ownDosages,
    phases: protocol.phases.map(({ n, name, dayStart, dayEndExclusive }) => {
      // Phases may have been added or removed since: the one before in whose days it begins.
      const was = before.protocol.phases.findLast((phase) => phase.dayStart <= dayStart)?.n;
      return { n, name, dayStart, dayEndExclusive, lines: before.phases.find((phase) => phase.n === was)?.lines ?? [] };
    }),
    previous: [],
    massUnit: actor.clinic.massUnit,
    timeZone: actor.clinic.timeZone,
    words,
    situation: { protocol: id, anchor, today },
    settings,
    today,
    draft: { lines: draft.lines, changedAt: draft.changedAt, changedBy: draft.changedBy },
  };
}
