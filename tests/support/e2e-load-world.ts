import type { World } from "./e2e-askers";
import type { ClearanceWorld } from "./e2e-clearance-world";
import type { DraftWorld } from "./e2e-drafts";
import type { EndWorld } from "./e2e-end-world";
import type { LadderWorld } from "./e2e-ladder-world";
import type { PhoneWorld, Reported } from "./e2e-phones";

/** Makes two clinics of their own in the product's database, with everybody signed in. */
export async function loadWorld(): Promise<World> {
  return (await made("matrix")) as World;
}

/** Makes a clinic of its own with two therapists, and so many patients of both whose program is a draft. */
export async function loadDrafts(count: number): Promise<DraftWorld> {
  return (await made(`drafts?count=${count}`)) as DraftWorld;
}

/** Makes a clinic of its own around one patient whose program holds one line back for one clearance. */
export async function loadClearance(): Promise<ClearanceWorld> {
  return (await made("clearance")) as ClearanceWorld;
}

/** Makes a clinic of its own with somebody before the last phase, and somebody suspended for 14 days. */
export async function loadLadder(): Promise<LadderWorld> {
  return (await made("ladder")) as LadderWorld;
}

/** Makes a clinic of its own around one patient in the last phase. */
export async function loadEnd(): Promise<EndWorld> {
  return (await made("end")) as EndWorld;
}

/** Makes a clinic of its own with so many people with a phone, and one who reads Spanish. */
export async function loadPhones(count: number): Promise<PhoneWorld> {
  return (await made(`phones?count=${count}`)) as PhoneWorld;
}

/** What the record holds now of one of the people of `loadPhones`. */
export async function loadReported(patientId: string): Promise<Reported> {
  return (await made(`reported?of=${patientId}`)) as Reported;
}

/** Their therapist stops the program of one of the people of `loadPhones`. */
export async function stopProgramOf(patientId: string): Promise<void> {
  await made(`stop?of=${patientId}`);
}

async function made(world: string): Promise<unknown> {
  const answer = await fetch(new URL(world, process.env["TEST_WORLDS"]));
  if (!answer.ok) throw new Error(`no world ${world}: ${await answer.text()}`);
  return answer.json();
}
