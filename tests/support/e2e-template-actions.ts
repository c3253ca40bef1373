import { phaseTyped } from "@/app/(clinic)/templates/[templateId]/phases/_components/phase-values";
import { only, type ActionRow } from "./e2e-action-answers";
import type { World } from "./e2e-askers";
import { form } from "./e2e-requests";

const phases = ({ templateDraft }: World) => `/templates/${templateDraft.templateId}/phases`;
/** Of the clinic alone; whoever comes has read phases that are not those that stand. */
const late = only({ therapist: "conflict", surgeon: "conflict", offTeam: "conflict" });
const versions = ({ templateDraft: { templateId } }: World) => ({
  templateId,
  version: "9",
  phasesVersion: "9",
  follows: "0",
});

/** The server actions on the draft of a template. */
export const templateActions: Record<string, ActionRow> = {
  "app/(clinic)/templates/[templateId]/phases/actions.ts changePhaseAction": {
    at: (world) => `${phases(world)}/2`,
    args: (world) => [null, form({ ...versions(world), n: "2", ...typedFields(world) })],
    answers: late,
  },
  "app/(clinic)/templates/[templateId]/phases/actions.ts addPhaseAction": {
    at: phases,
    args: (world) => [
      null,
      form({ ...versions(world), after: "2", dayStart: "28", "name.en": "Between", "name.es": "Entre" }),
    ],
    answers: late,
  },
  "app/(clinic)/templates/[templateId]/phases/actions.ts removePhaseAction": {
    at: phases,
    args: (world) => [null, form({ ...versions(world), n: "2", lines: "before" })],
    answers: late,
  },
};

/** The form of phase 2 as it is shown, field by field; boxes that are ticked in several places are left empty. */
function typedFields({ templateDraft: { facts } }: World): Record<string, string> {
  const fields: Record<string, string> = {};
  const walk = (node: unknown, path: string) => {
    if (typeof node === "string") fields[path] = node;
    else if (node === true) fields[path] = "yes";
    else if (typeof node === "object" && node !== null && !(Array.isArray(node) && typeof node[0] === "string")) {
      for (const [key, child] of Object.entries(node)) walk(child, path === "" ? key : `${path}.${key}`);
    }
  };
  const phase = facts.phases[1];
  if (phase) walk(phaseTyped(phase), "");
  return fields;
}
