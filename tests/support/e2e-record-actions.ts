import { only, type ActionRow } from "./e2e-action-answers";
import { admission, type World } from "./e2e-askers";
import { form } from "./e2e-requests";
import { restrictionActions } from "./e2e-restriction-actions";

const proposals = () => "/worklist/proposals";
const program = ({ own }: World) => `/patients/${own.patient.id}/program`;
const episode = ({ own }: World) => `/patients/${own.patient.id}/episode`;
const phase = ({ own }: World) => `/patients/${own.patient.id}/phase`;
const clearances = ({ own }: World) => `/patients/${own.patient.id}/clearances`;

/** The server actions on the record of a patient. */
export const recordActions: Record<string, ActionRow> = {
  // What is not theirs is said draft by draft; the program has no draft of the product's.
  "app/(clinic)/worklist/proposals/actions.ts signSeveralAction": {
    at: proposals,
    args: ({ program: { id: programId }, password }) => [{ drafts: [{ programId, version: 1, follows: 1 }], password }],
    answers: only({ therapist: "done", offTeam: "done", elsewhere: "done" }),
  },
  "app/(clinic)/worklist/proposals/actions.ts dismissSeveralAction": {
    at: proposals,
    args: ({ program: { id: programId } }) => [{ drafts: [{ programId, version: 1, follows: 1 }], reason: "Not now." }],
    answers: only({ therapist: "done", offTeam: "done", elsewhere: "done" }),
  },
  "app/(clinic)/worklist/proposals/actions.ts takeProposalsAction": {
    at: program,
    args: ({ draft: { programId } }) => [{ programId, version: 99, follows: 1 }],
    answers: only({ therapist: "conflict" }),
  },
  "app/(clinic)/patients/[patientId]/clearances/actions.ts requestClearanceAction": {
    at: clearances,
    args: ({ own }) => [{ patientId: own.patient.id, subjectId: "SWIM_POOL", question: "May this begin?" }],
    answers: only({ therapist: "done" }),
  },
  "app/(clinic)/patients/[patientId]/clearances/actions.ts verifyDecisionAction": {
    at: clearances,
    args: ({ decisionId }) => [{ decisionId }],
    answers: only({ therapist: "done", surgeon: "done" }),
  },
  "app/(clinic)/patients/[patientId]/clearances/question-actions.ts answerQuestionAction": {
    at: clearances,
    args: ({ questionIds: [questionId] }) => [{ questionId, answer: "Not yet." }],
    answers: only({ therapist: "done" }),
  },
  "app/(clinic)/patients/[patientId]/clearances/question-actions.ts forwardQuestionAction": {
    at: clearances,
    args: ({ questionIds: [, questionId] }) => [{ questionId, subjectId: "swimming", question: "May this begin?" }],
    answers: only({ therapist: "done" }),
  },
  // What was read is no longer what stands, so the episode of the world stays open.
  "app/(clinic)/patients/[patientId]/episode/end/actions.ts endEpisodeAction": {
    at: (world) => `${episode(world)}/end`,
    args: ({ own, password }) => [
      form({
        ...{ patientId: own.patient.id, version: "99", summarySha256: "0".repeat(64), kind: "deceased" },
        ...{ endedOn: own.episode.procedureDate, endReason: "Told by the family.", "password-end": password },
      }),
    ],
    answers: only({ therapist: "conflict", surgeon: "conflict" }),
  },
  "app/(clinic)/patients/[patientId]/episode/end/actions.ts verifyEndAction": {
    // Where it is offered; the world's own episode is open, so there is no end to verify.
    at: (world) => `${episode(world)}/summary/${world.own.episode.id}`,
    args: ({ own }) => [{ episodeId: own.episode.id }],
    answers: only({}),
  },
  "app/(clinic)/patients/[patientId]/episode/next/actions.ts nextEpisodeAction": {
    at: (world) => `${episode(world)}/next`,
    args: (world) => [
      {
        ...{ patientId: world.own.patient.id, episode: admission(world.people.surgeon).episode },
        ending: { version: 99, summarySha256: "0".repeat(64), reason: "Revision.", password: world.password },
      },
    ],
    answers: only({ therapist: "conflict" }),
  },
  "app/(clinic)/patients/[patientId]/episode/actions.ts recordConditionsAction": {
    at: episode,
    args: ({ own }) => [null, form({ patientId: own.patient.id, version: "1", conditions: ["shoulder-problem"] })],
    answers: only({ therapist: "done", surgeon: "conflict" }),
  },
  "app/(clinic)/patients/[patientId]/episode/actions.ts addProtocolAction": {
    at: episode,
    args: ({ own }) => [
      null,
      form({
        ...{ patientId: own.patient.id, protocolId: "hardware-stabilisation" },
        ...{ anchorOn: own.episode.procedureDate, addReason: "Rods beside the fusion." },
      }),
    ],
    answers: only({ therapist: "done", surgeon: "conflict" }),
  },
  "app/(clinic)/patients/[patientId]/episode/actions.ts endProtocolAction": {
    at: episode,
    args: ({ held, alsoProtocolId }) => [
      null,
      form({
        ...{ patientId: held.patient.id, alsoProtocolId },
        ...{ [`endReason-${alsoProtocolId}`]: "Entered in error." },
      }),
    ],
    answers: only({ therapist: "done", surgeon: "conflict" }),
  },
  "app/(clinic)/patients/[patientId]/episode/actions.ts setTimelineAction": {
    at: episode,
    args: ({ held }) => [
      null,
      form({
        ...{ patientId: held.patient.id, version: "1", factors: ["smoker"] },
        ...{ shiftDays: "14", timelineReason: "Smokes a pack a day." },
      }),
    ],
    answers: only({ surgeon: "done" }),
  },
  ...restrictionActions,
  "app/(clinic)/patients/[patientId]/phase/actions.ts recordEvidenceAction": {
    at: phase,
    args: ({ own, program: { id } }) => [
      null,
      form({
        ...{ programId: id, phase: "2", criterion: "walkContinuousMin", "phase2-walkContinuousMin-value": "10" },
        "phase2-walkContinuousMin-observedOn": own.episode.procedureDate,
      }),
    ],
    answers: only({ therapist: "done", surgeon: "done" }),
  },
  "app/(clinic)/patients/[patientId]/phase/actions.ts advancePhaseAction": {
    at: phase,
    args: ({ program: { id, version } }) => [
      null,
      form({ programId: id, version: String(version), advanceReason: "Walks well." }),
    ],
    // The time has not come.
    answers: only({ therapist: "refused" }),
  },
  "app/(clinic)/patients/[patientId]/phase/actions.ts stepBackAction": {
    at: phase,
    args: ({ program: { id } }) => [null, form({ programId: id, version: "99", backPhase: "1", backReason: "Pain." })],
    answers: only({ therapist: "conflict" }),
  },
  "app/(clinic)/patients/[patientId]/phase/actions.ts holdProgramAction": {
    at: phase,
    args: ({ program: { id } }) => [
      null,
      form({ programId: id, version: "99", cause: "illness", holdWords: "Fever." }),
    ],
    answers: only({ therapist: "conflict", surgeon: "conflict" }),
  },
  "app/(clinic)/patients/[patientId]/phase/actions.ts liftHoldAction": {
    at: phase,
    args: ({ holdId }) => [null, form({ holdId, [`lift-${holdId}-reason`]: "Examined." })],
    answers: only({ therapist: "refused", surgeon: "done" }),
  },
  "app/(clinic)/patients/[patientId]/phase/actions.ts completeProgramAction": {
    at: phase,
    args: ({ program: { id } }) => [null, form({ programId: id, version: "99", completeReason: "Done." })],
    answers: only({ therapist: "conflict" }),
  },
  "app/(clinic)/patients/[patientId]/program/actions.ts listCloneSourcesAction": {
    at: program,
    args: ({ draft: { programId } }) => [{ programId, search: "" }],
    // Each therapist sees the programs of their own patients.
    answers: only({ therapist: "done", offTeam: "done", elsewhere: "done" }),
  },
  "app/(clinic)/patients/[patientId]/program/actions.ts readCloneSourceAction": {
    at: program,
    args: ({ draft: { programId }, program: { id } }) => [{ programId, sourceId: id }],
    answers: only({ therapist: "done" }),
  },
  "app/(clinic)/patients/[patientId]/program/sign/actions.ts signDraftAction": {
    at: ({ drafted }) => `/patients/${drafted.patientId}/program/sign`,
    args: ({ draft: { programId, draft }, password }) => [
      null,
      form({ programId, version: String(draft.version + 1), question: "", password }),
    ],
    answers: only({ therapist: "done" }),
  },
  "app/(clinic)/patients/[patientId]/program/actions.ts reopenDraftAction": {
    at: program,
    args: ({ program: { id } }) => [{ programId: id }],
    answers: only({ therapist: "done" }),
  },
  "app/(clinic)/patients/new/actions.ts admitPatientAction": {
    at: () => "/patients/new",
    args: ({ people }) => [admission(people.surgeon)],
    // Another clinic's surgeon is nobody here, so that the form names the field.
    answers: only({ therapist: "done", offTeam: "done", elsewhere: "invalid" }),
  },
};
