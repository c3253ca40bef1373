import { randomUUID } from "node:crypto";
import { dayIn } from "@/lib/dates";
import { triageContextOf } from "@/lib/check-in/context";
import { reportCheckIn } from "@/lib/records/check-ins/report-check-in";
import { shippedTriage } from "@/lib/records/check-ins/shipped-triage";
import { addProtocol } from "@/lib/records/episodes/add-protocol";
import { loadEpisode } from "@/lib/records/episodes/load-episode";
import { admitPatient } from "@/lib/records/patients/admit-patient";
import { loadInbox } from "@/lib/records/clearances/load-inbox";
import { loadPatientClearances } from "@/lib/records/clearances/load-patient-clearances";
import { loadOverview } from "@/lib/records/patients/load-overview";
import { loadProgram } from "@/lib/records/programs/load-program";
import { askQuestion } from "@/lib/records/questions/ask-question";
import { orderRestrictions } from "@/lib/records/restrictions/order-restrictions";
import { loadToday } from "@/lib/records/today/load-today";
import { restrictionSchema } from "@/lib/schemas/restriction";
import { quietAnswers } from "@/prisma/demo/quiet-answers";
import { aGrantedClearance, aRequestedClearance } from "./clearance-factories";
import { admission, privateName, type World } from "./e2e-askers";
import { expiredCookie, signedInCookie } from "./e2e-sessions";
import {
  aClinic,
  anAdministrator,
  aPatient,
  aSurgeon,
  asActor,
  aTherapist,
  type TestPatient,
  testPassword,
  type TestUser,
} from "./factories";
import { aProgram } from "./program-factories";
import { aBegunTemplate } from "./template-factories";

/** Two clinics of their own beside the demo clinic, with everybody and everything that the matrix asks for. */
export async function aWorld(): Promise<World> {
  const [clinic, far] = [
    await aClinic({ name: "Matrix Clinic", library: "whole" }),
    await aClinic({ name: "Faraway Clinic" }),
  ];
  const [therapist, surgeon] = [await aTherapist(clinic), await aSurgeon(clinic)];
  const careTeam = [therapist, surgeon];
  const own = await aPatient(clinic, { careTeam, weeks: 1, givenName: "Fern", familyName: privateName });
  const program = await aProgram(own);
  await aGrantedClearance(own, "PROGRAM_START");
  const waiting = await aRequestedClearance(own, "driving");
  const reported = await report(own, {});
  const questionIds: World["questionIds"] = [await ask(own, "lifting"), await ask(own, "swimming")];
  const { lines } = await loadToday(asActor(own.user));
  const { clearances } = await loadPatientClearances(asActor(therapist), own.patient.id);
  const held = await aPatient(clinic, { careTeam, weeks: 1, givenName: "Sedge", familyName: privateName });
  await aProgram(held);
  const emergencyId = await report(held, { chestPain: true });
  const { alerts, holds } = await loadOverview(asActor(therapist), held.patient.id);
  const followed = { patientId: held.patient.id, anchorOn: held.episode.procedureDate, reason: "Pain stayed." };
  await addProtocol(asActor(therapist), { ...followed, protocolId: "fbss" });
  const ordered = [{ kind: "lift-limit", kg: 4.5 }, { kind: "brace" }].map((terms) => restrictionSchema.parse(terms));
  const order = { patientId: held.patient.id, restrictions: ordered, password: testPassword };
  await orderRestrictions(asActor(surgeon), order);
  const { also, restrictions } = await loadEpisode(asActor(therapist), held.patient.id);
  const drafted = await admitPatient(asActor(therapist), admission(surgeon));
  const page = await loadProgram(asActor(therapist), drafted.patientId);
  const other = await aPatient(clinic, { weeks: 1 });
  const asked = await aRequestedClearance(await aPatient(clinic, { careTeam, weeks: 1 }), "driving");
  const inbox = { view: "waiting", after: null, clearanceId: asked.id } as const;
  const { selected } = await loadInbox(asActor(surgeon), inbox);
  const { evidenceSha256 } = there(selected);
  const people = {
    therapist,
    surgeon,
    own: own.user,
    other: other.user,
    offTeam: await aTherapist(clinic),
    administrator: await anAdministrator(clinic),
    elsewhere: await aTherapist(far),
  };
  return {
    people,
    cookies: await cookiesOf(people, await aTherapist(clinic)),
    spares: await cookiesOf(people, await aTherapist(clinic)),
    report: quietReport(own),
    password: testPassword,
    held,
    heldCookie: await signedInCookie(held.user),
    emergencyId,
    own,
    program,
    waiting,
    decidable: { clearanceId: asked.id, version: asked.version, evidenceSha256 },
    drafted,
    lineId: there(lines[0]).id,
    checkInId: reported,
    questionIds,
    decisionId: there(clearances.flatMap(({ decisions }) => decisions)[0]).decisionId,
    alert: there(alerts[0]),
    holdId: there(holds[0]).id,
    alsoProtocolId: there(also[0]).id,
    restrictions: restrictions.map(({ id, decisions }) => ({ id, decisionId: there(decisions[0]).id })),
    draft: { ...page, draft: there(page.draft) },
    templateDraft: await aBegunTemplate(therapist),
  };
}

/** What a quiet check-in sends, but for the given answers. */
function quietReport({ clinic, episode }: TestPatient, given: Record<string, boolean> = {}) {
  const onDay = dayIn(clinic.timeZone, new Date());
  const content = shippedTriage();
  const context = triageContextOf({ ...episode, procedureType: "fusion", region: "LUMBAR" }, onDay);
  const pain = { nprsBefore: 2, nprsDuring: 2, nprsAfter: 2, hoursIncreased: 0 };
  const stage = "before" as const;
  return {
    idempotencyKey: randomUUID(),
    stage,
    answers: { ...quietAnswers(stage, context, content, pain), ...given },
  };
}

type Cookies = World["cookies"];

async function cookiesOf(people: World["people"], bystander: TestUser): Promise<Cookies> {
  return {
    therapist: await signedInCookie(people.therapist),
    surgeon: await signedInCookie(people.surgeon),
    own: await signedInCookie(people.own),
    other: await signedInCookie(people.other),
    offTeam: await signedInCookie(people.offTeam),
    administrator: await signedInCookie(people.administrator),
    elsewhere: await signedInCookie(people.elsewhere),
    expired: await expiredCookie(bystander),
  };
}

async function report(patient: TestPatient, given: Record<string, boolean>): Promise<string> {
  return (await reportCheckIn(asActor(patient.user), quietReport(patient, given))).checkInId;
}

async function ask(patient: TestPatient, subjectId: string): Promise<string> {
  const asked = { idempotencyKey: randomUUID(), subjectId, question: null };
  return (await askQuestion(asActor(patient.user), asked)).questionId;
}

function there<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error("the factories made less than the matrix needs");
  return value;
}
