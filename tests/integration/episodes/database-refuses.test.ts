import { describe, expect, it } from "vitest";
import { conditions } from "@/lib/clinical/facts";
import { modifierIds } from "@/lib/clinical/timeline";
import { aClinic, aPatient, aSurgeon, type TestPatient, type TestUser } from "@/tests/support/factories";
import { answerTo } from "./given";

/** What the database answers to a statement of the application's own role, with this person acting. */
function answer(user: TestUser, sql: string, ...values: unknown[]): Promise<string | null> {
  return answerTo(user, (tx) => tx.$executeRawUnsafe(sql, ...values));
}

const change =
  "INSERT INTO timeline_change (clinic_id, episode_id, patient_id, factors, shift_days, reason, changed_by_id)";
const recorded = "INSERT INTO condition_change (clinic_id, episode_id, patient_id, conditions, changed_by_id)";
const followed = `INSERT INTO also_protocol (clinic_id, episode_id, patient_id, template_version_id, protocol_id, anchor_on, reason, added_by_id)
  SELECT $1::uuid, $2::uuid, $3::uuid, v.id, t.protocol_id, current_date, 'x', $4::uuid
  FROM template t JOIN template_version v ON v.clinic_id = t.clinic_id AND v.template_id = t.id WHERE t.protocol_id = $5`;
const ids = (of: TestPatient, user: TestUser) => [of.clinic.id, of.episode.id, of.patient.id, user.id];

describe("the database itself", () => {
  it("takes a timeline from a surgeon of the team only, later only, and moves the episode only by it", async () => {
    const of = await aPatient(await aClinic());
    const insert = (user: TestUser, days = 7, factors = "{}") =>
      answer(
        user,
        `${change} VALUES ($1::uuid, $2::uuid, $3::uuid, '${factors}', ${days}, 'x', $4::uuid)`,
        ...ids(of, user),
      );
    const move = (days: number) =>
      answer(of.surgeon, `UPDATE episode SET shift_days = ${days} WHERE id = $1::uuid`, of.episode.id);
    expect(await insert(of.therapist)).toBe("PW017");
    expect(await insert(await aSurgeon(of.clinic))).toBe("PW017");
    expect(await insert(of.surgeon, -1)).toBe("23514");
    expect(await insert(of.surgeon, 366)).toBe("23514");
    expect(await insert(of.surgeon, 7, "{smoking}")).toBe("23514");
    expect(await move(7)).toBe("PW017");
    expect(await insert(of.surgeon, 7)).toBeNull();
    expect(await move(14)).toBe("PW017");
    expect(await move(7)).toBeNull();
    expect(await insert(of.surgeon, 0, `{${modifierIds.join()}}`)).toBeNull();
    expect(await answer(of.surgeon, "UPDATE timeline_change SET shift_days = 1")).toMatch(/42501|PW017/);
  });

  it("takes known conditions only, from the team only, and gives the episode no others", async () => {
    const of = await aPatient(await aClinic());
    const insert = (user: TestUser, named: string) =>
      answer(user, `${recorded} VALUES ($1::uuid, $2::uuid, $3::uuid, '{${named}}', $4::uuid)`, ...ids(of, user));
    const give = (named: string) =>
      answer(of.therapist, `UPDATE episode SET conditions = '{${named}}' WHERE id = $1::uuid`, of.episode.id);
    expect(await insert(of.therapist, "osteoporosys")).toBe("23514");
    expect(await insert(await aSurgeon(of.clinic), "vertigo")).toBe("PW018");
    expect(await give("vertigo")).toBe("PW018");
    expect(await insert(of.therapist, conditions.join())).toBeNull();
    expect(await give("vertigo")).toBe("PW018");
    expect(await give(conditions.join())).toBeNull();
  });

  it("takes a second protocol once, another than the episode's own, from the team only, and only ends it", async () => {
    const of = await aPatient(await aClinic());
    const insert = (user: TestUser, protocol: string) => answer(user, followed, ...ids(of, user), protocol);
    expect(await insert(await aSurgeon(of.clinic), "fbss")).toBe("PW019");
    expect(await insert(of.therapist, "fusion-lumbar")).toBe("PW019");
    expect(await insert(of.therapist, "fbss")).toBeNull();
    expect(await insert(of.surgeon, "fbss")).toMatch(/23505|P2002|P2010/);
    expect(await answer(of.therapist, "UPDATE also_protocol SET reason = 'y'")).toBe("PW019");
    const end = "UPDATE also_protocol SET ended_at = now(), end_reason = 'z', ended_by_id = $1::uuid";
    expect(await answer(of.therapist, end, of.surgeon.id)).toBe("PW019");
    expect(await answer(of.therapist, end, of.therapist.id)).toBeNull();
    expect(await answer(of.therapist, end, of.therapist.id)).toBe("PW019");
  });
});
