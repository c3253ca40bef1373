import type { DraftKept } from "@/app/(clinic)/patients/[patientId]/program/_components/draft/use-draft";
import { fieldErrors } from "@/lib/schemas/field-errors";
import { saveTemplateDraftSchema } from "@/lib/schemas/template";

/** Where the lines of a template's draft are kept. The builder names its id as it does a program's. */
export const templateKept: DraftKept = {
  address: {
    path: "/api/template-drafts",
    bodyOf: (draft) => {
      const { programId: templateId, version, follows } = draft;
      return { templateId, version, follows, ...("lines" in draft && { lines: draft.lines }) };
    },
  },
  check: (draft) => {
    const lines = draft.lines.map(({ starting = false, startReason = null, ...line }) => ({
      ...line,
      ...{ noteToPatient: null, starting, startReason: starting ? startReason : null },
    }));
    const { programId: templateId, version, follows } = draft;
    const read = saveTemplateDraftSchema.safeParse({ templateId, version, follows, lines });
    if (!read.success) return { fields: fieldErrors(read.error) };
    return { data: { ...draft, lines: read.data.lines } };
  },
};
