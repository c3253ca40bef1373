import { randomUUID } from "node:crypto";
import { form, type Outcome } from "./e2e-requests";
import { ownExerciseValues } from "./own-exercise";
import { admission, privateName, type Asker, type World } from "./e2e-askers";

type Answers = Record<Asker, Outcome>;
export type ActionRow = {
  /** A page that offers it. */
  at: (world: World) => string;
  args: (world: World) => readonly unknown[];
  answers: Answers;
};

const nobody = { signedOut: "/sign-in", expired: "/sign-in" } as const;

/** Not there for anybody, but for who is named. */
function only(named: Partial<Answers>): Answers {
  const gone = "not-found";
  return {
    ...{ therapist: gone, surgeon: gone, offTeam: gone, elsewhere: gone, administrator: gone, own: gone, other: gone },
    ...nobody,
    ...named,
  };
}

function everybody(outcome: Outcome, named: Partial<Answers> = {}): Answers {
  return only({
    ...{ therapist: outcome, surgeon: outcome, offTeam: outcome, elsewhere: outcome, administrator: outcome },
    ...{ own: outcome, other: outcome, signedOut: outcome, expired: outcome },
    ...named,
  });
}

/** Every clinician of either clinic. */
function eachClinician(outcome: Outcome): Partial<Answers> {
  return { elsewhere: outcome, offTeam: outcome, therapist: outcome, surgeon: outcome };
}

const overview = ({ own }: World) => `/patients/${own.patient.id}/overview`;
const program = ({ own }: World) => `/patients/${own.patient.id}/program`;
const episode = ({ own }: World) => `/patients/${own.patient.id}/episode`;
const phase = ({ own }: World) => `/patients/${own.patient.id}/phase`;
const clearances = ({ own }: World) => `/patients/${own.patient.id}/clearances`;

/** Every server action by its file and name. The first of the team succeeds; the second finds the state moved on. */
export const actionRows: Record<string, ActionRow> = {
  "app/(clinic)/_components/actions.ts acknowledge": {
    at: overview,
    args: ({ alert }) => [{ alertId: alert.id, version: alert.version }],
    answers: only({ therapist: "done", surgeon: "conflict" }),
  },
  "app/(clinic)/_components/actions.ts resolve": {
    at: overview,
    args: ({ alert }) => [{ alertId: alert.id, version: alert.version + 1, reason: "Seen, nothing found." }],
    answers: only({ therapist: "done", surgeon: "conflict" }),
  },
  "app/(clinic)/_components/actions.ts lift": {
    at: overview,
    args: ({ holdId }) => [{ holdId, reason: "Examined." }],
    answers: only({ therapist: "refused", surgeon: "done" }),
  },
  "app/(clinic)/clearances/actions.ts decideClearanceAction": {
    at: () => "/clearances",
    args: ({ decidable, password }) => [{ ...decidable, outcome: "denied", reason: "Too soon.", password }],
    answers: only({ surgeon: "done" }),
  },
  "app/(clinic)/library/actions.ts searchLibraryAction": {
    at: program,
    args: ({ draft: { programId } }) => [{ text: "bridge", filters: {}, for: { programId, phase: 1 } }],
    answers: only({ therapist: "done", surgeon: "done" }),
  },
  "app/(clinic)/library/actions.ts markFavouriteAction": {
    at: () => "/library",
    args: () => [{ code: "bridge", isFavourite: true }],
    answers: only(eachClinician("done")),
  },
  "app/(clinic)/library/actions.ts setOwnDosageAction": {
    at: () => "/library/bridge",
    args: () => [{ code: "bridge", dosage: { sets: 2, reps: 6 } }],
    answers: only(eachClinician("done")),
  },
  "app/(clinic)/library/new/actions.ts addExerciseAction": {
    at: () => "/library/new",
    args: () => [{ copiedFrom: null, exercise: ownExerciseValues({ sources: ["NOBODY"] }) }],
    answers: only(eachClinician("invalid")),
  },
  "app/(clinic)/library/[code]/edit/actions.ts changeExerciseAction": {
    at: () => "/library/new",
    args: () => [{ code: "bridge", version: 1, exercise: ownExerciseValues() }],
    answers: only({}),
  },
  "app/(clinic)/library/[code]/edit/actions.ts retireExerciseAction": {
    at: () => "/library/new",
    args: () => [{ code: "bridge", version: 1, reason: "Never." }],
    answers: only({}),
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
  "app/(clinic)/patients/[patientId]/phase/actions.ts recordEvidenceAction": {
    at: phase,
    args: ({ own, program: { id } }) => [
      null,
      form({
        ...{ programId: id, phase: "2", criterion: "walkContinuousMin", "walkContinuousMin-value": "10" },
        "walkContinuousMin-observedOn": own.episode.procedureDate,
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
  "app/(clinic)/settings/actions.ts changeNumbers": {
    at: () => "/settings",
    args: () => [null, form({ version: "0", reason: "Decided here.", "values.rule.benefitPct": "35" })],
    // Whoever of the clinic comes first makes the version.
    answers: only({ elsewhere: "done", offTeam: "done", therapist: "conflict", surgeon: "conflict" }),
  },
  "app/(clinic)/settings/actions.ts changeCrisisLine": {
    at: () => "/settings",
    args: () => [null, form({ version: "1", crisisReason: "As it is.", crisisPhone: "" })],
    answers: only(eachClinician("refused")),
  },
  "app/(clinic)/settings/actions.ts signReview": {
    at: () => "/settings/review",
    args: ({ password }) => [null, form({ version: "1", password })],
    // Both roles of both clinics have signed before.
    answers: only(eachClinician("refused")),
  },
  "app/(clinic)/worklist/actions.ts searchPatients": {
    at: () => "/worklist",
    args: () => [form({ q: privateName, flag: "silent" })],
    answers: {
      ...{ therapist: "/worklist?flag=silent", offTeam: "/worklist?flag=silent", elsewhere: "/worklist?flag=silent" },
      ...{ surgeon: "/worklist?flag=silent", administrator: "/admin", own: "/my/today", other: "/my/today", ...nobody },
    },
  },
  "app/my/actions.ts chooseOwnLanguage": {
    at: () => "/my/today",
    args: () => [form({ locale: "en" })],
    answers: everybody("answered", nobody),
  },
  "app/my/today/check-in/actions.ts answerStep": {
    at: () => "/my/today/check-in",
    args: () => [
      { step: 0, attempt: 0, values: {}, errors: {} },
      form({
        ...{ stage: "before", idempotencyKey: randomUUID(), corrects: "", reason: "mistaken", step: "0", go: "on" },
        nprsBefore: "3",
      }),
    ],
    answers: everybody("step 0", { own: "step 1", other: "step 1", ...nobody }),
  },
  "app/my/today/changes/actions.ts seeChangesAction": {
    at: () => "/my/today/changes",
    args: ({ program: { revision } }) => [form({ revisionId: revision.id })],
    answers: only({
      ...{ therapist: "404", surgeon: "404", offTeam: "404", elsewhere: "404", administrator: "404", other: "404" },
      own: "/my/today",
    }),
  },
  "app/my/today/exercise/[lineId]/actions.ts markOwnExercise": {
    at: ({ lineId }) => `/my/today/exercise/${lineId}`,
    args: ({ lineId }) => [form({ lineId, idempotencyKey: randomUUID(), outcome: "skipped-it-hurts" })],
    answers: only({
      ...{ therapist: "404", surgeon: "404", offTeam: "404", elsewhere: "404", administrator: "404", other: "404" },
      own: "/my/today/check-in?stage=skip",
    }),
  },
  "app/session-actions.ts staySignedIn": {
    at: () => "/worklist",
    args: () => [],
    answers: everybody("true", { signedOut: "false", expired: "false" }),
  },
  "app/sign-in/actions.ts begin": {
    at: () => "/sign-in",
    args: () => [null],
    answers: {
      ...{ therapist: "/worklist", offTeam: "/worklist", elsewhere: "/worklist", surgeon: "/clearances" },
      ...{ administrator: "/admin", own: "/my/today", other: "/my/today", ...nobody },
    },
  },
  "app/sign-in/actions.ts chooseEntryLanguage": {
    at: () => "/sign-in",
    args: () => [form({ locale: "es" })],
    answers: everybody("/sign-in?language=es"),
  },
  "lib/preferences/actions.ts switchLanguage": {
    at: () => "/worklist",
    args: () => [form({ locale: "en" })],
    answers: everybody("answered"),
  },
  "lib/preferences/actions.ts switchTheme": {
    at: () => "/worklist",
    args: () => [form({ theme: "dark" })],
    answers: everybody("answered"),
  },
};
