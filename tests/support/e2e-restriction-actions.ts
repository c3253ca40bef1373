import { only, type ActionRow } from "./e2e-action-answers";
import type { World } from "./e2e-askers";
import { form } from "./e2e-requests";

const of = (name: string) => `app/(clinic)/patients/[patientId]/episode/restriction-actions.ts ${name}`;
const onOwn = ({ own }: World) => `/patients/${own.patient.id}/episode`;
const onHeld = ({ held }: World) => `/patients/${held.patient.id}/episode`;

/** The limit and the brace that the surgeon has ordered. */
const limit = ({ restrictions }: World) => restrictions[0]?.id ?? "";
const brace = ({ restrictions }: World) => restrictions[1]?.id ?? "";
const json = (terms: object) => JSON.stringify(terms);

/** The server actions of restrictions; who orders what stands already is told so at its field. */
export const restrictionActions: Record<string, ActionRow> = {
  [of("orderRestrictionAction")]: {
    at: onOwn,
    args: ({ own, password }) => [
      null,
      form({ patientId: own.patient.id, "kind-new": "collar", "end-new": "none", "password-new": password }),
    ],
    answers: only({ therapist: "done", surgeon: "invalid" }),
  },
  [of("orderUsualAction")]: {
    at: onOwn,
    args: ({ own, password }) => [
      null,
      form({ patientId: own.patient.id, usual: [json({ kind: "no-impact" })], "password-usual": password }),
    ],
    answers: only({ therapist: "done", surgeon: "invalid" }),
  },
  [of("setLiftStepAction")]: {
    at: onOwn,
    args: ({ own, password }) => [
      null,
      form({ patientId: own.patient.id, liftStep: "2.3", "password-lift": password }),
    ],
    answers: only({ therapist: "done", surgeon: "invalid" }),
  },
  [of("changeRestrictionAction")]: {
    at: onHeld,
    args: (world) => [
      null,
      form({
        ...{ patientId: world.held.patient.id, restrictionId: limit(world), [`kind-${limit(world)}`]: "lift-limit" },
        ...{ [`mass-${limit(world)}`]: "2.3", [`unit-${limit(world)}`]: "kg", [`end-${limit(world)}`]: "none" },
        [`password-${limit(world)}`]: world.password,
      }),
    ],
    answers: only({ therapist: "done", surgeon: "conflict" }),
  },
  [of("confirmRestrictionsAction")]: {
    at: onHeld,
    args: (world) => [
      null,
      form({
        ...{ patientId: world.held.patient.id, restrictionIds: [brace(world)], "password-confirm": world.password },
      }),
    ],
    // The surgeon who ordered it has signed it.
    answers: only({ surgeon: "conflict" }),
  },
  [of("endRestrictionAction")]: {
    at: onHeld,
    args: (world) => [
      null,
      form({
        ...{ patientId: world.held.patient.id, restrictionId: brace(world) },
        [`endNote-end-${brace(world)}`]: "Weaned.",
        [`password-end-${brace(world)}`]: world.password,
      }),
    ],
    answers: only({ surgeon: "done" }),
  },
  [of("verifyRestrictionAction")]: {
    at: onHeld,
    args: ({ restrictions }) => [{ decisionId: restrictions[0]?.decisionId }],
    answers: only({ therapist: "done", surgeon: "done" }),
  },
  "app/(clinic)/patients/new/actions.ts usualRestrictionsAction": {
    at: () => "/patients/new",
    args: ({ own }) => [
      { protocolId: "fusion-lumbar", region: "LUMBAR", procedureDate: own.episode.procedureDate, pathwayStart: null },
    ],
    answers: only({ therapist: "done", offTeam: "done", elsewhere: "done" }),
  },
};
