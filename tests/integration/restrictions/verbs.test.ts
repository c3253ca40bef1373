import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addDays } from "@/lib/dates";
import { Conflict, Invalid, NotFound } from "@/lib/errors";
import { loadEpisode } from "@/lib/records/episodes/load-episode";
import { changeRestriction } from "@/lib/records/restrictions/change-restriction";
import { confirmRestrictions } from "@/lib/records/restrictions/confirm-restrictions";
import { endRestriction } from "@/lib/records/restrictions/end-restriction";
import { orderRestrictions } from "@/lib/records/restrictions/order-restrictions";
import { setLiftStep } from "@/lib/records/restrictions/set-lift-step";
import { verifyRestriction } from "@/lib/records/restrictions/verify-restriction";
import {
  aClinic,
  aPatient,
  asActor,
  aSurgeon,
  aTherapist,
  testPassword as password,
  type TestClinic,
  type TestPatient,
  type TestUser,
} from "@/tests/support/factories";
import { aDatabase } from "@/tests/support/test-database";
import { today } from "../clearances/given";
import { order, rowsOf, terms, written, type Given } from "./given";

let clinic: TestClinic;
let of: TestPatient;
beforeAll(async () => {
  clinic = await aClinic();
});
beforeEach(async () => {
  of = await aPatient(clinic, { restrictions: [{ kind: "lift-limit", limitKg: 4.5 }] });
});

const by = {
  order: (who: TestUser, given: Given) => order(of, given, who),
  change: async (who: TestUser, given: Given) =>
    changeRestriction(asActor(who), {
      patientId: of.patient.id,
      restrictionId: await standing(),
      terms: terms(given),
      password,
    }),
  end: async (who: TestUser, reason = "Healed.") =>
    endRestriction(asActor(who), { patientId: of.patient.id, restrictionId: await standing(), reason, password }),
  confirm: async (who: TestUser) =>
    confirmRestrictions(asActor(who), { patientId: of.patient.id, restrictionIds: [await standing()], password }),
};

/** The first that has not ended. */
async function standing(): Promise<string> {
  return (await rowsOf("restriction", of)).find(({ ended_at: endedAt }) => endedAt === null)?.id ?? "";
}

/** What each verb does when it works, by whom. */
const acts = {
  order: (who: TestUser) => by.order(who, { kind: "no-twisting", untilDate: addDays(today(of), 7) }),
  change: (who: TestUser) => by.change(who, { kind: "lift-limit", kg: 2.3 }),
  end: (who: TestUser) => by.end(who),
  confirm: (who: TestUser) => by.confirm(who),
};
const names = ["order", "change", "end", "confirm"] as const;

describe.each(names)("%s", (name) => {
  it("is signed, kept and audited once", async () => {
    await acts[name](of.surgeon);
    const [decision, ...others] = await rowsOf("restriction_decision", of);
    expect(others).toEqual([]);
    expect(decision).toMatchObject({ decided_by_id: of.surgeon.id, signed_name: of.surgeon.printedName });
    expect(await verifyRestriction(asActor(of.therapist), decision?.id ?? "")).toMatchObject({ holds: true });
    const { rows } = await aDatabase().superuser.query(
      "SELECT act FROM audit_event WHERE patient_id = $1 AND act LIKE 'restriction.%'",
      [of.patient.id],
    );
    expect(rows).toEqual([{ act: `restriction.${name}` }]);
  });

  it("does not exist for another clinic, for who is not on the team, nor for the wrong role, and writes nothing", async () => {
    const before = await written(of);
    const others = [await aSurgeon(await aClinic()), await aSurgeon(clinic), await aTherapist(clinic), of.user];
    for (const who of name === "end" || name === "confirm" ? [...others, of.therapist] : others) {
      await expect(acts[name](who)).rejects.toThrow(NotFound);
    }
    expect(await written(of)).toEqual(before);
  });
});

describe("a therapist", () => {
  it("adds as the surgeon ordered and makes stricter, but loosens nothing", async () => {
    await by.order(of.therapist, { kind: "no-bending" });
    await by.change(of.therapist, { kind: "lift-limit", kg: 2.3 });
    expect((await rowsOf("restriction_decision", of)).map(({ meaning }) => meaning)).toEqual([
      "restriction, as the surgeon ordered",
      "restriction made stricter",
    ]);
    const before = await written(of);
    for (const [given, field] of [
      [{ kind: "no-bending", untilDate: addDays(today(of), 30) }, "terms.untilDate"],
      [{ kind: "no-bending", region: "LUMBAR" }, "terms.region"],
    ] as const) {
      await expect(by.change(of.therapist, given)).rejects.toMatchObject({ fields: { [field]: "stricterOnly" } });
    }
    expect(await written(of)).toEqual(before);
  });
});

it("sets the step of today's ladder, with its end, and no later one", async () => {
  const set = async (kg: number) =>
    setLiftStep(asActor(of.surgeon), { patientId: of.patient.id, restrictionId: await standing(), kg, password });
  const before = await written(of);
  await expect(set(9.1)).rejects.toMatchObject({ fields: { kg: "laterStep" } });
  expect(await written(of)).toEqual(before);
  const { ladder } = await loadEpisode(asActor(of.surgeon), of.patient.id);
  const now = ladder.find(({ isNow }) => isNow);
  await set(now?.kg ?? 0);
  const [stands] = (await loadEpisode(asActor(of.surgeon), of.patient.id)).restrictions.filter((one) => one.isInForce);
  expect(stands?.terms).toMatchObject({ kg: now?.kg, untilDate: now?.until });
});

describe("what cannot be ordered", () => {
  it("is named at its field, and nothing is written", async () => {
    const before = await written(of);
    for (const [given, field, message] of [
      [{ kind: "no-bending", untilDate: addDays(today(of), -1) }, "untilDate", "notBeforeToday"],
      [{ kind: "no-bending", untilPhase: 9 }, "untilPhase", "noSuchPhase"],
      [{ kind: "lift-limit", kg: 9 }, "kind", "restrictionStands"],
    ] as const) {
      await expect(by.order(of.surgeon, given)).rejects.toMatchObject({
        fields: { [`restrictions.0.${field}`]: message },
      });
    }
    await expect(by.change(of.surgeon, { kind: "lift-limit", kg: 4.5 })).rejects.toThrow(Invalid);
    await expect(by.change(of.surgeon, { kind: "no-bending" })).rejects.toMatchObject({
      fields: { "terms.kind": "keepsItsKind" },
    });
    const wrong = { patientId: of.patient.id, restrictions: [terms({ kind: "collar" })], password: "another one" };
    await expect(orderRestrictions(asActor(of.surgeon), wrong)).rejects.toMatchObject({
      fields: { password: "passwordIsWrong" },
    });
    expect(await written(of)).toEqual(before);
  });

  it("cannot be signed twice, changed after its end, or by two at once", async () => {
    await by.confirm(of.surgeon);
    await expect(by.confirm(of.surgeon)).rejects.toThrow(Conflict);
    const restrictionId = await standing();
    const change = (kg: number) =>
      changeRestriction(asActor(of.surgeon), {
        patientId: of.patient.id,
        restrictionId,
        terms: terms({ kind: "lift-limit", kg }),
        password,
      });
    const both = await Promise.allSettled([change(6.8), change(9.1)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const rows = await rowsOf("restriction", of);
    expect(rows.filter(({ ended_at: endedAt }) => endedAt === null)).toHaveLength(1);
    await by.end(of.surgeon);
    expect(await rowsOf("restriction", of)).not.toContainEqual(expect.objectContaining({ ended_at: null }));
  });
});

it("finds any changed column of what was signed", async () => {
  await by.change(of.surgeon, { kind: "lift-limit", kg: 2.3 });
  const [decision] = await rowsOf("restriction_decision", of);
  const verified = async () => (await verifyRestriction(asActor(of.surgeon), decision?.id ?? "")).holds;
  const { superuser } = aDatabase();
  const tables = { restriction: decision?.["restriction_id"], restriction_decision: decision?.id };
  for (const [table, column, other] of [
    ["restriction", "limit_kg", 45],
    ["restriction", "until_phase", 3],
    ["restriction", "region", "LUMBAR"],
    ["restriction", "note", "x"],
    ["restriction_decision", "act", "confirmed"],
    ["restriction_decision", "reason", "x"],
    ["restriction_decision", "signed_name", "Nobody"],
    ["restriction_decision", "meaning", "x"],
    ["restriction_decision", "decided_at", "2026-01-01T00:00:00Z"],
  ] as const) {
    const read = await superuser.query<{ was: unknown }>(`SELECT ${column} AS was FROM ${table} WHERE id = $1`, [
      tables[table],
    ]);
    const set = async (value: unknown) => {
      await superuser.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
      await superuser.query(`UPDATE ${table} SET ${column} = $1 WHERE id = $2`, [value, tables[table]]);
      await superuser.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
    };
    await set(other);
    expect(await verified(), `${table}.${column}`).toBe(false);
    await set(read.rows[0]?.was);
    expect(await verified(), `${table}.${column}`).toBe(true);
  }
});
