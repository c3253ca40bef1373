import { beforeAll, describe, expect, test } from "vitest";
import { placeHold } from "@/lib/records/holds/place-hold";
import { loadHandout, loadOwnHandout } from "@/lib/records/programs/load-handout";
import { loadToday } from "@/lib/records/today/load-today";
import {
  aClinic,
  acting,
  aPatient,
  asActor,
  aTherapist,
  type TestClinic,
  type TestPatient,
} from "@/tests/support/factories";
import { aGrantedClearance } from "@/tests/support/clearance-factories";
import { aProgram } from "@/tests/support/program-factories";
import { aDatabase } from "@/tests/support/test-database";

let clinic: TestClinic;
let person: TestPatient;
beforeAll(async () => {
  clinic = await aClinic();
  person = await aPatient(clinic, { after: "epidural", days: 4 });
  await aProgram(person);
  await aGrantedClearance(person, "PROGRAM_START");
});

const printsOf = async ({ patient }: TestPatient) => {
  const { rows } = await aDatabase().superuser.query<{ count: number }>(
    "SELECT count(*)::int FROM audit_event WHERE patient_id = $1 AND act = 'program.print'",
    [patient.id],
  );
  return rows[0]?.count;
};

describe("a program for paper", () => {
  test("names what is open to the patient and nothing held back, to the patient and to the team alike, and is audited", async () => {
    const before = (await printsOf(person)) ?? 0;
    const [own, teams, today] = [
      await loadOwnHandout(asActor(person.user)),
      await loadHandout(asActor(person.therapist), person.patient.id),
      await loadToday(asActor(person.user)),
    ];
    expect(own).toEqual(teams);
    const open = [...today.lines, ...today.notToday].map(({ id }) => id);
    expect(own.lines.map(({ id }) => id).toSorted()).toEqual(open.toSorted());
    const { rows } = await aDatabase().superuser.query<{ count: number }>(
      "SELECT count(*)::int FROM prescribed_exercise WHERE patient_id = $1",
      [person.patient.id],
    );
    expect(rows[0]?.count).toBeGreaterThan(own.lines.length);
    expect(own.revision?.number).toBe(1);
    expect(own.signs.emergency.length).toBeGreaterThan(5);
    expect(await printsOf(person)).toBe(before + 2);
  });

  test("says that the program is paused, and names only the easy activity that a hold leaves, to both alike", async () => {
    const held = await aPatient(clinic, { after: "epidural", days: 4 });
    const { id: programId } = await aProgram(held);
    await aGrantedClearance(held, "PROGRAM_START");
    const hold = (easyActivityAllowed: boolean) =>
      acting(held.therapist, (tx) =>
        placeHold(
          tx,
          asActor(held.therapist),
          {
            ...{ programId, patientId: held.patient.id, cause: "excessive-fatigue", level: null, checkInId: null },
            ...{ surgeonOnly: false, easyActivityAllowed, placedById: held.therapist.id, words: "Tired." },
          },
          new Date(),
        ),
      );
    const printed = async () => {
      const [own, teams] = [
        await loadOwnHandout(asActor(held.user)),
        await loadHandout(asActor(held.therapist), held.patient.id),
      ];
      expect(own).toEqual(teams);
      return [own.isPaused, own.lines.map(({ texts }) => texts.name.en)];
    };
    await hold(true);
    expect(await printed()).toEqual([true, ["Short walk"]]);
    await hold(false);
    expect(await printed()).toEqual([true, []]);
  });

  test("does not exist for another clinic or a colleague off the team, and is refused to the wrong role; nothing is written", async () => {
    const before = await printsOf(person);
    const elsewhere = await aPatient(await aClinic(), { after: "epidural", days: 4 });
    await expect(loadHandout(asActor(elsewhere.therapist), person.patient.id)).rejects.toThrow("episode");
    await expect(loadHandout(asActor(await aTherapist(clinic)), person.patient.id)).rejects.toThrow("episode");
    await expect(loadHandout(asActor(person.user), person.patient.id)).rejects.toThrow();
    await expect(loadOwnHandout(asActor(person.therapist))).rejects.toThrow();
    expect(await printsOf(person)).toBe(before);
  });
});
