import { randomUUID } from "node:crypto";
import { dayIn } from "@/lib/dates";
import type { Admitted } from "@/lib/records/patients/admit-patient";
import type { ProgramPage } from "@/lib/records/programs/load-program";
import { admitPatientSchema, type AdmitPatientInput } from "@/lib/schemas/patient";
import type { CheckInReport } from "@/lib/schemas/check-in";
import type { StandingTemplateDraft } from "@/lib/schemas/template";
import type { TestClearance } from "./clearance-factories";
import type { TestPatient, TestUser } from "./factories";
import type { TestProgram } from "./program-factories";

/** Who asks, as rows of the matrix know them. */
export const askers = [
  "elsewhere",
  "offTeam",
  "administrator",
  "other",
  "own",
  "signedOut",
  "expired",
  "therapist",
  "surgeon",
] as const;
/**
 * `therapist` and `surgeon` are on the patient's team, `offTeam` is a therapist of the same clinic who is not, `own` is the patient, `other`
 * another patient of the clinic, `elsewhere` another clinic's therapist. Who may act comes last, so that nobody is refused for being late.
 */
export type Asker = (typeof askers)[number];

export type World = {
  people: Record<Exclude<Asker, "signedOut" | "expired">, TestUser>;
  /** Cookies of sessions; the spare ones are for whoever signs out. */
  cookies: Record<Exclude<Asker, "signedOut">, string>;
  spares: Record<Exclude<Asker, "signedOut">, string>;
  /** Of clinic A, in phase 1 with open exercises, one check-in, a granted clearance and one that waits. */
  own: TestPatient;
  program: TestProgram;
  lineId: string;
  checkInId: string;
  waiting: TestClearance;
  /** A question about somebody whom no asker reports for, so that its evidence stays: what the surgeon decides. */
  decidable: { clearanceId: string; version: number; evidenceSha256: string };
  decisionId: string;
  /** What the patient asks: two questions. */
  questionIds: [string, string];
  /** A patient of the same team with an emergency: an alert and a suspension. */
  held: TestPatient;
  heldCookie: string;
  emergencyId: string;
  alert: { id: string; version: number };
  holdId: string;
  /** A second protocol of the held patient. */
  alsoProtocolId: string;
  /** What the surgeon has ordered for the held patient: a lift limit and a brace. */
  restrictions: { id: string; decisionId: string }[];
  /** What a quiet check-in of the patient sends. */
  report: CheckInReport;
  /** The password of everybody. */
  password: string;
  /** A patient of the same team whose first program is still a draft. */
  drafted: Admitted;
  draft: ProgramPage & { draft: NonNullable<ProgramPage["draft"]> };
  /** A template of clinic A that is a draft. */
  templateDraft: StandingTemplateDraft;
};

/** The cookie of a session. */
export const sessionCookie = "__Host-phasewise.session";

/** A name that stands on no page of anybody who may not see this patient. */
export const privateName = "Zedoaryleaf";

/** What the form "New patient" sends, for a patient of this surgeon. */
export function admission(surgeon: TestUser): AdmitPatientInput {
  const id = randomUUID().slice(0, 8);
  return admitPatientSchema.parse({
    identity: {
      givenName: "Clover",
      familyName: privateName,
      mrn: `DEMO-M${id}`,
      birthDate: "1970-02-03",
      locale: "en",
      signInName: `clover-${id}@tests.example`,
    },
    episode: {
      procedureType: "fusion",
      region: "LUMBAR",
      levels: ["L4–L5"],
      technique: "TLIF",
      procedureDate: dayIn(surgeon.clinic.timeZone, new Date(Date.now() - 5 * 86_400_000)),
      surgeonId: surgeon.id,
      protocolId: "fusion-lumbar",
      conditions: [],
      restrictions: [],
    },
  });
}
