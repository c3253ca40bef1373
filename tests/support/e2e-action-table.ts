import { randomUUID } from "node:crypto";
import { eachClinician, everybody, nobody, only, type ActionRow } from "./e2e-action-answers";
import { privateName, type World } from "./e2e-askers";
import { form } from "./e2e-requests";
import { ownExerciseValues } from "./own-exercise";
import { recordActions } from "./e2e-record-actions";
import { ownTemplateActions } from "./e2e-own-template-actions";
import { templateActions } from "./e2e-template-actions";

const overview = ({ own }: World) => `/patients/${own.patient.id}/overview`;
/** A decision on evidence that nobody was shown. */
const unseen = { evidenceSha256: "0".repeat(64), reason: "Too soon." };
const program = ({ own }: World) => `/patients/${own.patient.id}/program`;

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
  "app/(clinic)/clearances/actions.ts decideClearanceAction": {
    at: () => "/clearances",
    args: ({ decidable, password }) => [{ ...decidable, outcome: "denied", reason: "Too soon.", password }],
    answers: only({ surgeon: "done" }),
  },
  "app/(clinic)/clearances/actions.ts decideSeveralAction": {
    at: ({ waiting }) => `/clearances/several?clearance=${waiting.id}`,
    args: ({ waiting: { id, version }, password }) => [
      { lines: [{ clearanceId: id, version, ...unseen, outcome: "denied" }], password },
    ],
    answers: only({ surgeon: "conflict" }),
  },
  "app/(clinic)/clearances/actions.ts grantUsualAction": {
    at: ({ own }) => `/patients/${own.patient.id}/clearances/usual`,
    args: ({ own, password }) => [
      {
        patientId: own.patient.id,
        lines: [{ subjectId: "driving", ...unseen, outcome: "granted", fromDay: "2030-01-01" }],
        password,
      },
    ],
    answers: only({ surgeon: "conflict" }),
  },
  "app/(clinic)/clearances/actions.ts undoDecisionsAction": {
    at: () => "/clearances",
    args: ({ decisionId }) => [{ decisionIds: [decisionId] }],
    answers: only({ surgeon: "refused" }),
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
    at: () => "/library/bridge/edit",
    args: () => [{ code: "bridge", version: 1, reason: "Never." }],
    answers: only({}),
  },
  "app/(clinic)/library/[code]/figure/actions.ts changeFigureAction": {
    at: () => "/library/bridge/figure",
    args: () => [{ code: "bridge", version: 1, figure: null, alt: { en: "A bridge.", es: "Un puente." } }],
    answers: only({}),
  },
  ...recordActions,
  ...templateActions,
  ...ownTemplateActions,
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
  "app/my/allowed/ask/actions.ts askOwnQuestion": {
    at: () => "/my/allowed/ask",
    args: () => [null, form({ idempotencyKey: randomUUID(), subjectId: "golf", question: "" })],
    answers: only({ own: "/my/allowed", other: "/my/allowed" }),
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
  "app/my/program/actions.ts seePhaseAction": {
    at: () => "/my/today",
    args: () => [form({ phaseChangeId: randomUUID() })],
    answers: only({
      ...{ therapist: "404", surgeon: "404", offTeam: "404", elsewhere: "404", administrator: "404", other: "404" },
      own: "404",
    }),
  },
  "app/(clinic)/patients/[patientId]/check-ins/actions.ts seeReportAction": {
    at: ({ own }) => `/patients/${own.patient.id}/check-ins`,
    args: () => [form({ reportId: randomUUID() })],
    answers: everybody("404", nobody),
  },
  "app/my/today/exercise/[lineId]/actions.ts markOwnExercise": {
    at: ({ lineId }) => `/my/today/exercise/${lineId}`,
    args: ({ lineId }) => [form({ lineId, idempotencyKey: randomUUID(), outcome: "skipped-it-hurts" })],
    answers: only({
      ...{ therapist: "404", surgeon: "404", offTeam: "404", elsewhere: "404", administrator: "404" },
      own: "/my/today/check-in?stage=skip&after=*&session=1",
      // Of another patient's line a mark is kept aside, like one of a line that is not there.
      other: "/my/today/check-in?stage=skip",
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
