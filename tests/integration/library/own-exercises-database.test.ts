import { describe, expect, it } from "vitest";
import { addExercise } from "@/lib/records/library/add-exercise";
import { ownExerciseSchema } from "@/lib/schemas/own-exercise/own-exercise";
import { aClinic, acting, aPatient, asActor, type TestUser } from "@/tests/support/factories";
import { ownExerciseValues } from "@/tests/support/own-exercise";
import { aDatabase } from "@/tests/support/test-database";

const added = { copiedFrom: null, exercise: ownExerciseSchema.parse(ownExerciseValues()) };

describe("the database, whatever a page asks for", () => {
  async function written(who: TestUser, sql: string): Promise<string | null> {
    try {
      await acting(who, (tx) => tx.$executeRawUnsafe(sql));
      return null;
    } catch (error) {
      return error instanceof Error
        ? (/PW\d+|23514|42501|23505|permission denied/.exec(JSON.stringify(error) + error.message)?.[0] ??
            error.message)
        : "?";
    }
  }

  it("keeps the shipped exercises, the names of authors, the order of versions and the history", async () => {
    const clinic = await aClinic();
    const given = await aPatient(clinic);
    const [therapist, surgeon] = [given.therapist, given.surgeon];
    const { code } = await addExercise(asActor(therapist), added);
    const own = `clinic_id = '${clinic.id}' AND code = '${code}'`;
    const by = (user: TestUser) => `version = version + 1, changed_at = now(), changed_by_id = '${user.id}'`;
    const insert = (values: string) =>
      `INSERT INTO exercise (clinic_id, code, facts, texts, origin, changed_by_id, changed_at)
       SELECT clinic_id, ${values} FROM exercise WHERE clinic_id = '${clinic.id}' AND code = '${code}'`;
    const as = (id: string, facts: string) =>
      `'${id}', jsonb_set(jsonb_set(facts, '{id}', '"${id}"'), '{name}', '{"en": "X", "es": "Y"}') ${facts}, texts, 'clinic', '${therapist.id}', now()`;
    for (const [who, sql, code_] of [
      [
        therapist,
        `UPDATE exercise SET facts = facts || '{"position": "prone"}' WHERE clinic_id = '${clinic.id}' AND code = 'bridge'`,
        "PW025",
      ],
      [
        therapist,
        `INSERT INTO exercise (clinic_id, code, facts, texts) SELECT clinic_id, 'bridge-2', facts || '{"id": "bridge-2"}', texts FROM exercise WHERE code = 'bridge' AND clinic_id = '${clinic.id}'`,
        "PW025",
      ],
      [
        therapist,
        `UPDATE exercise SET version = version + 1 WHERE clinic_id = '${clinic.id}' AND code = 'bridge'`,
        "PW025",
      ],
      [therapist, `UPDATE exercise SET ${by(surgeon)} WHERE ${own}`, "PW025"],
      [given.user, `UPDATE exercise SET ${by(given.user)} WHERE ${own}`, "PW025"],
      [therapist, `UPDATE exercise SET facts = facts || '{"position": "prone"}' WHERE ${own}`, "PW025"],
      [therapist, `UPDATE exercise SET ${by(therapist)}, facts = facts || '{"tags": []}' WHERE ${own}`, "23514"],
      [therapist, `UPDATE exercise SET ${by(therapist)}, facts = facts - 'tags' WHERE ${own}`, "23514"],
      [therapist, `UPDATE exercise SET ${by(therapist)}, facts = facts || '{"sources": []}' WHERE ${own}`, "23514"],
      [
        therapist,
        `UPDATE exercise SET ${by(therapist)}, facts = facts || '{"basis": "sourced"}' WHERE ${own}`,
        "23514",
      ],
      [therapist, `UPDATE exercise SET ${by(therapist)}, facts = facts || '{"earliest": {}}' WHERE ${own}`, "PW025"],
      [therapist, `UPDATE exercise SET ${by(therapist)}, facts = facts #- '{earliest,fbss}' WHERE ${own}`, "PW025"],
      [
        therapist,
        `UPDATE exercise SET ${by(therapist)}, facts = facts - 'contraindicationCodes' WHERE ${own}`,
        "23514",
      ],
      [therapist, `UPDATE exercise SET ${by(therapist)} WHERE ${own}`, "PW026"],
      [therapist, `UPDATE exercise SET origin = 'shipped' WHERE ${own}`, "42501"],
      [therapist, `DELETE FROM exercise WHERE ${own}`, "42501"],
      [therapist, insert(as("own-x", "")), "PW026"],
      [therapist, insert(as("own-x", "- 'tags'")), "23514"],
      [therapist, insert(as("own-x", "|| '{\"earliest\": {}}'")), "PW025"],
      [therapist, insert(as("bridge-3", "")), "23514"],
      [therapist, `UPDATE exercise_change SET reason = 'other' WHERE clinic_id = '${clinic.id}'`, "42501"],
    ] as const) {
      expect([sql, await written(who, sql)]).toEqual([sql, code_]);
    }
    const { rows } = await aDatabase().superuser.query(
      "SELECT version FROM exercise WHERE clinic_id = $1 AND origin = 'clinic'",
      [clinic.id],
    );
    expect(rows).toEqual([{ version: 1 }]);
    const seen = await acting(given.user, (tx) => tx.exerciseChange.findMany({ where: { clinicId: clinic.id } }));
    expect(seen).toEqual([]);
    await expect(
      aDatabase().superuser.query("UPDATE exercise_change SET reason = 'x' WHERE clinic_id = $1", [clinic.id]),
    ).rejects.toMatchObject({ code: "PW026" });
  });
});
