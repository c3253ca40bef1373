import type { Actor } from "@/lib/access/actor";
import { demoPassword } from "@/lib/access/demo-password";
import { hashPassword } from "@/lib/access/password";
import type { Tx } from "@/lib/db/in-clinic";
import { insertRows, type Row } from "@/lib/records/clinics/insert-rows";
import { searchable } from "@/lib/records/patients/admit-patient";
import type { AuditTrail } from "./audit-trail";
import type { Person } from "./person";
import { treatmentOf } from "./treatment";

export const signInNameOf = (key: string) => `${key}@demo.phasewise.example`;

/** Accounts of staff and patients in the order in which the sign-in page offers them; all have the demo password. */
export async function writeAccounts(
  tx: Tx,
  clinicId: string,
  staff: readonly { key: string; actor: Actor }[],
  people: readonly Person[],
): Promise<void> {
  const accounts = [
    ...staff.map(({ key, actor }) => ({ key, id: actor.userId, ...actor })),
    ...people.map(({ userId, story: { key, givenName, familyName, locale } }) => {
      const displayName = `${givenName} ${familyName}`;
      return { key, id: userId, role: "patient", displayName, printedName: displayName, locale };
    }),
  ].sort((a, b) => placeOf(a.key) - placeOf(b.key));
  const first = Date.now() - 200 * 86_400_000;
  const users = accounts.map(({ key, id, role, displayName, printedName, locale }, index) => ({
    ...{ clinic_id: clinicId, id, role, sign_in_name: signInNameOf(key), version: 1, locale },
    ...{ display_name: displayName, printed_name: printedName, created_at: new Date(first + index).toISOString() },
  }));
  const passwords = await Promise.all(
    users.map(async ({ id }) => ({
      ...{ clinic_id: clinicId, user_id: id, password_hash: await hashPassword(demoPassword) },
      changed_at: new Date(first).toISOString(),
    })),
  );
  await insert(tx, "clinic_user", users);
  await insert(tx, "credential", passwords);
  await tx.$queryRaw`SELECT register_sign_in_name(name, of_user)::text
    FROM unnest(${users.map((user) => user.sign_in_name)}::text[], ${users.map(({ id }) => id)}::uuid[]) AS t (name, of_user)`;
}

/** Patients with care team, episode and restrictions. */
export async function writePatients(
  tx: Tx,
  timeZone: string,
  people: readonly Person[],
  staffIds: ReadonlyMap<string, string>,
  audit: AuditTrail,
): Promise<void> {
  await insert(
    tx,
    "patient",
    people.map((person) => patientRow(person, timeZone)),
  );
  await insert(
    tx,
    "care_team_member",
    people.flatMap(({ story, clinicId, patientId, clock }) =>
      [...story.therapists, story.surgeon].map((key) => ({
        ...{ clinic_id: clinicId, id: crypto.randomUUID(), patient_id: patientId, user_id: staffIds.get(key) },
        joined_at: clock.at(0, "08:10").toISOString(),
      })),
    ),
  );
  await insert(tx, "episode", people.map(episodeRow));
  await insert(tx, "restriction", people.flatMap(restrictionRows));
  for (const { therapist, patientId, episodeId, clock } of people) {
    audit.add(therapist, "patient.create", { kind: "patient", id: patientId, patientId }, clock.at(0, "08:10"));
    audit.add(therapist, "episode.open", { kind: "episode", id: episodeId, patientId }, clock.at(0, "08:10"));
  }
}

function patientRow({ story, clinicId, patientId, userId, clock }: Person, timeZone: string): Row {
  const { mrn, givenName, familyName, birthDate, locale, phone } = story;
  return {
    ...{ clinic_id: clinicId, id: patientId, user_id: userId, mrn, locale, phone, version: 1, time_zone: timeZone },
    ...{ given_name: givenName, family_name: familyName, birth_date: birthDate },
    search_name: searchable(`${givenName} ${familyName}`),
    created_at: clock.at(0, "08:10").toISOString(),
  };
}

function episodeRow({ story, clinicId, patientId, episodeId, surgeon, clock }: Person): Row {
  const { protocol, levels, technique, conditions = [], earlier } = story;
  const { procedureType, region, daysBefore } = treatmentOf(story);
  return {
    ...{ clinic_id: clinicId, id: episodeId, patient_id: patientId, protocol_id: protocol, region, levels },
    ...{ procedure_type: procedureType, technique, conditions, procedure_date: clock.dayOf(-daysBefore) },
    pathway_start: earlier ? clock.dayOf(0) : null,
    ...{ surgeon_id: surgeon.userId, shift_days: 0, factors: [], version: 1 },
    created_at: clock.at(0, "08:10").toISOString(),
  };
}

function restrictionRows({ story, clinicId, patientId, episodeId, surgeon, clock }: Person): Row[] {
  return (story.restrictions ?? []).map(({ kind, limitMinutes, untilPhase, untilClearance, ...given }) => {
    const { limitKg, untilDay } = given.was ? { limitKg: given.was.limitKg, untilDay: given.was.changedOn - 1 } : given;
    return {
      ...{ clinic_id: clinicId, id: crypto.randomUUID(), patient_id: patientId, episode_id: episodeId, kind },
      ...{ limit_kg: limitKg ?? null, limit_minutes: limitMinutes ?? null },
      until_date: untilDay === undefined ? null : clock.dayOf(untilDay),
      ...{ until_phase: untilPhase ?? null, until_clearance: untilClearance ?? null },
      ...{ ordered_by_id: surgeon.userId, created_at: clock.at(0, "08:10").toISOString() },
    };
  });
}

function insert(tx: Tx, table: string, rows: readonly Row[]): Promise<void> {
  return insertRows((sql, json) => tx.$executeRawUnsafe(sql, json), table, rows);
}

/** First those whom the sign-in page shows first: one of each role. */
function placeOf(key: string): number {
  const place = ["priya", "elias", "marigold", "rosario", "casey", "jonah", "noor"].indexOf(key);
  return place === -1 ? Infinity : place;
}
