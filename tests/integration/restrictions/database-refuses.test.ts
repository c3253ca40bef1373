import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { aClinic, acting, aPatient, aSurgeon, type TestPatient, type TestUser } from "@/tests/support/factories";
import { answerTo } from "../episodes/given";
import { rowsOf } from "./given";

type Written = { id?: string | undefined; columns?: string; act?: string; replaces?: string; reason?: string };

/** What the database answers to an order written past the verb, in this person's name. */
function orderBy(
  of: TestPatient,
  who: TestUser,
  { id = randomUUID(), columns, act = "ordered", replaces, reason }: Written = {},
) {
  const { clinic, patient, episode } = of;
  const values = columns ?? "'no-bending', NULL, NULL";
  return answerTo(who, async (tx) => {
    const at = new Date();
    if (replaces !== undefined || act === "ordered") {
      await tx.$executeRawUnsafe(
        `INSERT INTO restriction (clinic_id, id, episode_id, patient_id, ordered_by_id, created_at, replaces_id, kind, limit_kg, until_phase)
        VALUES ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::uuid, $6, $7::uuid, ${values})`,
        ...[clinic.id, id, episode.id, patient.id, who.id, at, replaces ?? null],
      );
    }
    await tx.$executeRawUnsafe(
      `INSERT INTO restriction_decision (clinic_id, restriction_id, patient_id, act, reason, decided_by_id, decided_at, signed_name, meaning, sha256)
      VALUES ($1::uuid, $2::uuid, $3::uuid, $4, $5, $6::uuid, $7, 'x', 'x', repeat('0', 64))`,
      ...[clinic.id, id, patient.id, act, reason ?? null, who.id, at],
    );
    if (replaces !== undefined) {
      await tx.$executeRawUnsafe("UPDATE restriction SET ended_at = $2 WHERE id = $1::uuid", replaces, at);
    }
    if (act === "ended") await tx.$executeRawUnsafe("UPDATE restriction SET ended_at = $2 WHERE id = $1::uuid", id, at);
  });
}

it("takes no restriction without a signature, from nobody but the team's clinicians, and changes none in place", async () => {
  const of = await aPatient(await aClinic(), { restrictions: [{ kind: "lift-limit", limitKg: 4.5 }] });
  const insert = `INSERT INTO restriction (clinic_id, episode_id, patient_id, kind, ordered_by_id)
    VALUES ('${of.clinic.id}', '${of.episode.id}', '${of.patient.id}', 'brace', '${of.surgeon.id}')`;
  const said = (who: TestUser, sql: string) => answerTo(who, (tx) => tx.$executeRawUnsafe(sql));
  // Refused when the transaction would be committed.
  await expect(acting(of.surgeon, (tx) => tx.$executeRawUnsafe(insert))).rejects.toThrow(/signature/);
  const touched = "UPDATE episode SET version = version";
  const touching = acting(of.surgeon, async (tx) => {
    await tx.$executeRawUnsafe(touched);
    await tx.$executeRawUnsafe(insert);
  });
  await expect(touching, "an episode that was only changed").rejects.toThrow(/signature/);
  expect(await said(of.user, insert)).toBe("42501");
  for (const who of [await aSurgeon(of.clinic), of.user]) expect(await orderBy(of, who)).toMatch(/PW031|42501/);
  expect(await orderBy(of, of.therapist)).toBeNull();
  expect(await orderBy(of, of.surgeon), "one of the kind stands").toBe("PW031");
  for (const change of [
    "limit_kg = 9",
    "until_phase = 1",
    "note = 'x'",
    "ended_at = now()",
    "kind = 'collar', limit_kg = NULL",
  ]) {
    expect(await said(of.surgeon, `UPDATE restriction SET ${change} WHERE kind = 'lift-limit'`), change).toBe("PW031");
  }
  expect(await said(of.surgeon, "DELETE FROM restriction")).toBe("42501");
  expect(await said(of.surgeon, "UPDATE restriction_decision SET reason = 'x'")).toBe("42501");
});

it("lets a therapist tighten and nobody but a surgeon loosen, confirm or end; what has ended stays ended", async () => {
  const of = await aPatient(await aClinic(), { restrictions: [{ kind: "lift-limit", limitKg: 4.5 }] });
  const [first] = await rowsOf("restriction", of);
  const lift = (who: TestUser, kg: number, until = "NULL", replaces = first?.id ?? "", id = randomUUID()) =>
    orderBy(of, who, { id, columns: `'lift-limit', ${kg}, ${until}`, act: "changed", replaces });
  expect(await lift(of.therapist, 9.1)).toBe("PW031");
  expect(await lift(of.therapist, 4.5, "5")).toBe("PW031");
  expect(await orderBy(of, of.therapist, { act: "ended", id: first?.id, reason: "x" })).toMatch(/PW031|42501/);
  expect(await orderBy(of, of.therapist, { act: "confirmed", id: first?.id })).toMatch(/PW031|42501/);
  expect(await orderBy(of, of.surgeon, { act: "ended", id: first?.id, reason: " " })).toBe("23514");
  const tightened = randomUUID();
  expect(await lift(of.therapist, 2.3, "NULL", first?.id, tightened)).toBeNull();
  expect(await lift(of.surgeon, 9.1), "replaced once").toMatch(/PW031|23505|P2010/);
  expect(await orderBy(of, of.surgeon, { act: "confirmed", id: tightened })).toBeNull();
  expect(await orderBy(of, of.surgeon, { act: "confirmed", id: tightened })).toBe("PW031");
  const [before] = await rowsOf("restriction_decision", of);
  expect(before).toMatchObject({ act: "changed", decided_by_id: of.therapist.id });
  expect(await orderBy(of, of.surgeon, { act: "ended", id: tightened, reason: "healed" })).toBeNull();
  expect(await orderBy(of, of.surgeon, { act: "ended", id: tightened, reason: "again" })).toBe("PW031");
  expect(await acting(of.user, (tx) => tx.restrictionDecision.count())).toBe(0);
});
