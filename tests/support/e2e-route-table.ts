import type { World } from "./e2e-askers";
import { type Answers, clinicians, each, only, team } from "./e2e-route-answers";

export type PageRow = {
  at: (world: World) => string;
  answers: Answers;
  /** Where the router is answered otherwise than a browser. */
  asRsc?: Partial<Answers>;
  /** A page of a patient that not all of the care team see: the frame around "not found" names the patient to them. */
  isFramed?: boolean;
};

/** A patient's page: the team reads it, colleagues and other clinics learn nothing of it. */
const ofTeam = only({ ...each(team, "ok"), offTeam: "404", elsewhere: "404" });
/** A page about one record of a patient's own. */
const ofOwner = only({ own: "ok", other: "404" });
const ofAnyPatient = only({ own: "ok", other: "ok" });
/** A draft of the clinic: its therapists and surgeons edit it, other clinics learn nothing of it. */
const ofClinic = only({ ...each([...team, "offTeam"], "ok"), elsewhere: "404" });
/** A template of the clinic: its administrator reads and publishes it too. */
const ofEditors = { ...ofClinic, administrator: "ok" } as const;
const templatePath = ({ templateDraft }: World) => `/templates/${templateDraft.templateId}`;
const patientPath = ({ own }: World) => `/patients/${own.patient.id}`;

/** Every page of the product. */
export const pageRows: Record<string, PageRow> = {
  "app/page.tsx": { at: () => "/", answers: only({}) },
  "app/sign-in/page.tsx": { at: () => "/sign-in", answers: only({ signedOut: "ok", expired: "ok" }) },
  "app/(clinic)/worklist/page.tsx": { at: () => "/worklist", answers: only(each(clinicians, "ok")) },
  "app/(clinic)/worklist/proposals/page.tsx": {
    at: () => "/worklist/proposals",
    answers: only(each(["therapist", "offTeam", "elsewhere"], "ok")),
  },
  "app/(clinic)/clearances/page.tsx": {
    at: ({ waiting }) => `/clearances?clearance=${waiting.id}`,
    // The surgeon decides; the inbox of everybody else does not hold it.
    answers: only({ surgeon: "ok", therapist: "404", offTeam: "404", elsewhere: "404" }),
  },
  // What is not theirs to decide is left out and counted.
  "app/(clinic)/clearances/several/page.tsx": {
    at: ({ waiting }) => `/clearances/several?clearance=${waiting.id}`,
    answers: only(each(clinicians, "ok")),
  },
  "app/(clinic)/library/page.tsx": {
    at: () => "/library?q=bridge",
    answers: only(each([...clinicians, "administrator"], "ok")),
  },
  "app/(clinic)/library/figures/page.tsx": {
    at: () => "/library/figures?category=BREATHING_GAIT",
    answers: only(each(clinicians, "ok")),
  },
  "app/(clinic)/library/new/page.tsx": {
    at: () => "/library/new?copy=bridge",
    answers: only(each(clinicians, "ok")),
  },
  // A shipped exercise is copied, not changed: for everybody there is nothing to edit.
  "app/(clinic)/library/[code]/edit/page.tsx": {
    at: () => "/library/bridge/edit",
    answers: only(each(clinicians, "404")),
  },
  "app/(clinic)/library/[code]/figure/page.tsx": {
    at: () => "/library/bridge/figure",
    // Shipped figures are content: nobody changes them here.
    answers: only(each(clinicians, "404")),
  },
  "app/(clinic)/library/[code]/page.tsx": {
    at: () => "/library/bridge",
    answers: only(each([...clinicians, "administrator"], "ok")),
  },
  "app/(clinic)/sources/page.tsx": {
    at: () => "/sources",
    answers: only(each([...clinicians, "administrator"], "ok")),
  },
  "app/(clinic)/sources/[sourceId]/page.tsx": {
    at: () => "/sources/SEED2",
    answers: only(each([...clinicians, "administrator"], "ok")),
  },
  "app/(clinic)/settings/page.tsx": {
    at: () => "/settings?part=earliest",
    answers: only(each([...clinicians, "administrator"], "ok")),
  },
  "app/(clinic)/settings/review/page.tsx": {
    at: () => "/settings/review",
    answers: only(each([...clinicians, "administrator"], "ok")),
  },
  "app/(clinic)/templates/page.tsx": {
    at: () => "/templates",
    answers: only(each([...clinicians, "administrator"], "ok")),
  },
  "app/(clinic)/templates/new/page.tsx": { at: () => "/templates/new", answers: only(each(clinicians, "ok")) },
  "app/(clinic)/templates/[templateId]/page.tsx": { at: templatePath, answers: ofEditors },
  "app/(clinic)/templates/[templateId]/compare/page.tsx": {
    at: (world) => `${templatePath(world)}/compare?from=shipped&to=draft`,
    answers: ofEditors,
  },
  "app/(clinic)/templates/[templateId]/publish/page.tsx": {
    at: (world) => `${templatePath(world)}/publish`,
    answers: ofEditors,
  },
  "app/(clinic)/templates/[templateId]/edit/page.tsx": {
    at: (world) => `${templatePath(world)}/edit`,
    answers: ofClinic,
  },
  "app/(clinic)/templates/[templateId]/phases/page.tsx": {
    at: (world) => `${templatePath(world)}/phases`,
    answers: ofClinic,
  },
  "app/(clinic)/templates/[templateId]/phases/[n]/page.tsx": {
    at: (world) => `${templatePath(world)}/phases/2`,
    answers: ofClinic,
  },
  "app/(clinic)/admin/page.tsx": { at: () => "/admin", answers: only({ administrator: "ok" }) },
  "app/(clinic)/patients/page.tsx": {
    at: () => "/patients",
    answers: only(each(clinicians, "/worklist")),
  },
  "app/(clinic)/patients/new/page.tsx": {
    at: () => "/patients/new",
    answers: only(each(["therapist", "offTeam", "elsewhere"], "ok")),
  },
  "app/(clinic)/patients/[patientId]/page.tsx": {
    at: patientPath,
    answers: only({ ...each(team, "/overview"), offTeam: "404", elsewhere: "404" }),
    // The router follows to the overview, and finds nothing there.
    asRsc: each(["offTeam", "elsewhere"], "/overview"),
  },
  "app/(clinic)/patients/[patientId]/overview/page.tsx": {
    at: (world) => `${patientPath(world)}/overview`,
    answers: ofTeam,
  },
  "app/(clinic)/patients/[patientId]/episode/page.tsx": {
    at: (world) => `${patientPath(world)}/episode`,
    answers: ofTeam,
  },
  "app/(clinic)/patients/[patientId]/episode/end/page.tsx": {
    at: (world) => `${patientPath(world)}/episode/end`,
    answers: ofTeam,
  },
  // A therapist opens episodes.
  "app/(clinic)/patients/[patientId]/episode/next/page.tsx": {
    at: (world) => `${patientPath(world)}/episode/next`,
    answers: only({ therapist: "ok", offTeam: "404", elsewhere: "404" }),
  },
  // The episode of this patient is open: it has no summary for anybody.
  "app/(clinic)/patients/[patientId]/episode/summary/[episodeId]/page.tsx": {
    at: (world) => `${patientPath(world)}/episode/summary/${world.own.episode.id}`,
    answers: only(each(clinicians, "404")),
    isFramed: true,
  },
  "app/(clinic)/patients/[patientId]/check-ins/page.tsx": {
    at: (world) => `${patientPath(world)}/check-ins`,
    answers: ofTeam,
  },
  "app/(clinic)/patients/[patientId]/clearances/page.tsx": {
    at: (world) => `${patientPath(world)}/clearances`,
    answers: ofTeam,
  },
  "app/(clinic)/patients/[patientId]/clearances/usual/page.tsx": {
    at: (world) => `${patientPath(world)}/clearances/usual?week=12`,
    answers: ofTeam,
  },
  "app/(clinic)/patients/[patientId]/clearances/[decisionId]/page.tsx": {
    at: (world) => `${patientPath(world)}/clearances/${world.decisionId}`,
    answers: ofTeam,
  },
  "app/(clinic)/patients/[patientId]/phase/page.tsx": {
    at: (world) => `${patientPath(world)}/phase`,
    answers: ofTeam,
  },
  "app/(clinic)/patients/[patientId]/program/page.tsx": {
    at: (world) => `${patientPath(world)}/program`,
    answers: ofTeam,
  },
  "app/(clinic)/patients/[patientId]/program/sign/page.tsx": {
    at: ({ drafted }) => `/patients/${drafted.patientId}/program/sign`,
    // The therapist signs; nobody else is shown the page, though the surgeon's own frame of the patient stands around it.
    isFramed: true,
    answers: only({ therapist: "ok", surgeon: "404", offTeam: "404", elsewhere: "404" }),
  },
  "app/(clinic)/patients/[patientId]/program/compare/page.tsx": {
    at: (world) => `${patientPath(world)}/program/compare?from=template&to=1`,
    answers: ofTeam,
  },
  "app/(clinic)/patients/[patientId]/program/print/page.tsx": {
    at: (world) => `${patientPath(world)}/program/print`,
    answers: ofTeam,
  },
  "app/(clinic)/patients/[patientId]/program/revisions/page.tsx": {
    at: (world) => `${patientPath(world)}/program/revisions`,
    answers: ofTeam,
  },
  "app/(clinic)/patients/[patientId]/program/revisions/[number]/lines/[lineId]/page.tsx": {
    at: (world) => `${patientPath(world)}/program/revisions/1/lines/${world.lineId}`,
    answers: ofTeam,
  },
  "app/(clinic)/patients/[patientId]/program/revisions/[number]/page.tsx": {
    at: (world) => `${patientPath(world)}/program/revisions/1`,
    answers: ofTeam,
  },
  "app/my/today/page.tsx": { at: () => "/my/today", answers: ofAnyPatient },
  "app/my/today/print/page.tsx": { at: () => "/my/today/print", answers: ofAnyPatient },
  "app/my/today/changes/page.tsx": { at: () => "/my/today/changes", answers: ofAnyPatient },
  "app/my/today/check-in/page.tsx": { at: () => "/my/today/check-in", answers: ofAnyPatient },
  "app/my/today/check-in/[checkInId]/page.tsx": {
    at: ({ checkInId }) => `/my/today/check-in/${checkInId}`,
    answers: ofOwner,
  },
  "app/my/today/exercise/[lineId]/page.tsx": {
    at: ({ lineId }) => `/my/today/exercise/${lineId}`,
    answers: ofOwner,
  },
  "app/my/program/page.tsx": { at: () => "/my/program", answers: ofAnyPatient },
  "app/my/program/changes/page.tsx": { at: () => "/my/program/changes", answers: ofAnyPatient },
  "app/my/record/page.tsx": { at: () => "/my/record", answers: ofAnyPatient },
  "app/my/program/summary/[episodeId]/page.tsx": {
    at: ({ own }) => `/my/program/summary/${own.episode.id}`,
    answers: only({ own: "404", other: "404" }),
  },
  "app/my/progress/page.tsx": { at: () => "/my/progress", answers: ofAnyPatient },
  "app/my/allowed/page.tsx": { at: () => "/my/allowed", answers: ofAnyPatient },
  "app/my/allowed/ask/page.tsx": { at: () => "/my/allowed/ask", answers: ofAnyPatient },
  "app/offline/page.tsx": { at: () => "/offline", answers: ofAnyPatient },
};
