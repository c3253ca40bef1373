import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { Denied, NotFound } from "@/lib/errors";
import { loadExercise } from "@/lib/records/library/load-exercise";
import { markFavourite } from "@/lib/records/library/mark-favourite";
import { setOwnDosage } from "@/lib/records/library/set-own-dosage";
import { dosageSchema } from "@/lib/schemas/dosage";
import { setOwnDosageSchema } from "@/lib/schemas/library";
import {
  aClinic,
  acting,
  anAdministrator,
  aPatient,
  asActor,
  aSurgeon,
  aTherapist,
  type TestUser,
} from "@/tests/support/factories";
import { aDatabase } from "@/tests/support/test-database";

const clinic = await aClinic();
const dosage = dosageSchema.parse({ sets: 3, reps: 8, perWeek: 3, weekdays: [1, 3, 5] });

const verbs: [string, (actor: Actor, code: string) => Promise<void>][] = [
  ["marking a favourite", (actor, code) => markFavourite(actor, { code, isFavourite: true })],
  ["setting one's own dosage", (actor, code) => setOwnDosage(actor, { code, dosage })],
];

async function stored(clinicId: string): Promise<unknown[]> {
  const found: { rows: unknown[] } = await aDatabase().superuser.query(
    `SELECT user_id, favourite_at IS NOT NULL AS favourite, dosage FROM exercise_preference WHERE clinic_id = $1`,
    [clinicId],
  );
  return found.rows;
}

describe.each(verbs)("%s", (_, prefer) => {
  it("works for therapist and surgeon, and is audited", async () => {
    const own = await aClinic();
    for (const person of [await aTherapist(own), await aSurgeon(own)]) {
      await prefer(asActor(person), "bridge");
      const exercise = await loadExercise(asActor(person), "bridge");
      expect(exercise.isFavourite || exercise.myDosage !== null).toBe(true);
    }
    const { rows } = await aDatabase().superuser.query(
      "SELECT actor_role, subject_kind, subject_id, patient_id FROM audit_event WHERE clinic_id = $1 AND act = 'library.prefer' ORDER BY at",
      [own.id],
    );
    const subject = { subject_kind: "exercise", subject_id: "bridge", patient_id: null };
    expect(rows).toEqual([
      { actor_role: "therapist", ...subject },
      { actor_role: "surgeon", ...subject },
    ]);
  });

  it("does not exist for another clinic's exercise or an unknown one, and writes nothing", async () => {
    const [own, elsewhere] = [await aClinic(), await aClinic()];
    const actor = asActor(await aTherapist(own));
    await expect(prefer(actor, "no-such")).rejects.toThrow(NotFound);
    await prefer(actor, "bridge");
    expect(await stored(elsewhere.id)).toEqual([]);
    expect(await stored(own.id)).toHaveLength(1);
  });

  it("is refused to administrators and patients, and a refusal writes nothing", async () => {
    const own = await aClinic();
    const { user } = await aPatient(own);
    for (const actor of [asActor(await anAdministrator(own)), asActor(user)]) {
      await expect(prefer(actor, "bridge")).rejects.toThrow(Denied);
    }
    expect(await stored(own.id)).toEqual([]);
  });
});

describe("preferences", () => {
  it("are taken away again", async () => {
    const actor = asActor(await aTherapist(clinic));
    await markFavourite(actor, { code: "bridge", isFavourite: true });
    await setOwnDosage(actor, { code: "bridge", dosage });
    expect(await loadExercise(actor, "bridge")).toMatchObject({ isFavourite: true, myDosage: dosage });
    await markFavourite(actor, { code: "bridge", isFavourite: false });
    expect(await loadExercise(actor, "bridge")).toMatchObject({ isFavourite: false, myDosage: dosage });
    await setOwnDosage(actor, { code: "bridge", dosage: null });
    expect(await loadExercise(actor, "bridge")).toMatchObject({ isFavourite: false, myDosage: null });
  });

  it.each([
    [{ sets: 21 }, { "dosage.sets": "outOfRange" }],
    [{ reps: 1.5 }, { "dosage.reps": "wholeNumber" }],
    [{ side: "front" }, { "dosage.side": "chooseOne" }],
    [{ perWeek: 2, weekdays: [1] }, { "dosage.weekdays": "weekdaysDiffer" }],
  ])("of a dosage out of range name the field: %j", (given, fields) => {
    const issues = setOwnDosageSchema.safeParse({ code: "bridge", dosage: given }).error?.issues ?? [];
    expect(Object.fromEntries(issues.map(({ path, message }) => [path.join("."), message]))).toEqual(fields);
  });

  it("are kept by the database as one's own: nobody else reads, writes or takes them over", async () => {
    const [one, other] = [await aTherapist(clinic), await aSurgeon(clinic)];
    await markFavourite(asActor(one), { code: "bridge", isFavourite: true });
    const { user: patient } = await aPatient(clinic);
    const seen = (user: TestUser) =>
      acting(user, (tx) => tx.$queryRaw<unknown[]>`SELECT 1 FROM exercise_preference WHERE user_id = ${one.id}::uuid`);
    expect(await seen(one)).toHaveLength(1);
    for (const user of [other, patient, await anAdministrator(clinic), await aTherapist(await aClinic())]) {
      expect(await seen(user)).toEqual([]);
    }
    const write = (user: TestUser, owner: TestUser) =>
      acting(
        user,
        (tx) => tx.$executeRaw`INSERT INTO exercise_preference (clinic_id, user_id, exercise_id, favourite_at)
          SELECT clinic_id, ${owner.id}::uuid, id, now() FROM exercise WHERE clinic_id = ${clinic.id}::uuid AND code = 'clamshell'`,
      );
    await expect(write(other, one)).rejects.toThrow(/row-level security/);
    await expect(write(patient, patient)).rejects.toThrow(/row-level security/);
    expect(await write(one, one)).toBe(1);
    const changed = await acting(
      other,
      (tx) => tx.$executeRaw`UPDATE exercise_preference SET favourite_at = NULL WHERE user_id = ${one.id}::uuid`,
    );
    expect(changed).toBe(0);
    await expect(
      acting(
        one,
        (tx) =>
          tx.$executeRaw`UPDATE exercise_preference SET user_id = ${other.id}::uuid WHERE user_id = ${one.id}::uuid`,
      ),
    ).rejects.toThrow(/row-level security/);
    await expect(
      acting(one, (tx) => tx.$executeRaw`DELETE FROM exercise_preference WHERE user_id = ${one.id}::uuid`),
    ).rejects.toThrow(/permission denied/);
    await expect(
      acting(one, (tx) => tx.$executeRaw`UPDATE exercise_preference SET dosage = '3' WHERE user_id = ${one.id}::uuid`),
    ).rejects.toThrow(/dosage_by_key/);
  });
});
