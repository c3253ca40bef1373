import { randomUUID } from "node:crypto";
import { everybody, nobody, only, type ActionRow } from "./e2e-action-answers";
import type { World } from "./e2e-askers";
import { form } from "./e2e-requests";

const of = (name: string) => `app/(clinic)/templates/actions.ts ${name}`;
const begin = () => "/templates/new";
const page = ({ templateDraft }: World) => `/templates/${templateDraft.templateId}`;
const title = { titleEn: "Ours", titleEs: "" };
/** Of the clinic alone; whoever comes has read a draft that is not the one that stands. */
const late = { therapist: "conflict", surgeon: "conflict", offTeam: "conflict" } as const;
const unknown = () => form({ templateId: randomUUID() });

/** The server actions on templates of the clinic's own. */
export const ownTemplateActions: Record<string, ActionRow> = {
  // A draft was never published: nothing begins from it.
  [of("beginTemplateAction")]: {
    at: begin,
    args: ({ templateDraft }) => [null, form({ from: `template:${templateDraft.templateId}`, ...title })],
    answers: only({}),
  },
  [of("renameTemplateAction")]: {
    at: page,
    args: ({ templateDraft: { templateId } }) => [
      null,
      form({ templateId, phasesVersion: "9", techniques: "TLIF", ...title }),
    ],
    answers: only(late),
  },
  [of("publishTemplateAction")]: {
    at: (world) => `${page(world)}/publish`,
    args: ({ templateDraft: { templateId }, password }) => [
      null,
      form({ templateId, version: "9", phasesVersion: "9", note: "Ours.", lessStrictReason: "", password }),
    ],
    answers: only({ ...late, administrator: "conflict" }),
  },
  // The program runs by the shipped protocol, not by this template.
  [of("proposeVersionAction")]: {
    at: page,
    args: ({ templateDraft: { templateId }, program }) => [null, form({ templateId, programIds: [program.id] })],
    answers: only({}),
  },
  [of("retireTemplateAction")]: {
    at: page,
    args: ({ templateDraft: { templateId } }) => [null, form({ templateId, reason: "" })],
    answers: everybody("invalid", nobody),
  },
  [of("editTemplateAction")]: { at: page, args: () => [unknown()], answers: everybody("/templates", nobody) },
  [of("discardDraftAction")]: { at: page, args: () => [unknown()], answers: everybody("/templates", nobody) },
};
