import { spawnSync } from "node:child_process";
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { demoPassword } from "@/lib/access/demo-password";
import { passwordMatches } from "@/lib/access/password";
import { inClinic } from "@/lib/db/in-clinic";
import { decisionDigest } from "@/lib/records/clearances/decision-digest";
import { evidenceSchema } from "@/lib/records/clearances/evidence";
import { loadRevisionContent } from "@/lib/records/programs/revision-content";
import { digestOf } from "@/lib/records/signature";
import { loadContent } from "@/prisma/content/load";
import { makeDemo } from "@/prisma/demo/make-demo";
import { aClinic, type TestClinic } from "../../support/factories";
import { aDatabase } from "../../support/test-database";
import { describeStories } from "./demo-stories";

let clinic: TestClinic;

beforeAll(async () => {
  clinic = await aClinic({ name: "Lakeside Spine Clinic", isDemo: true, library: "whole" });
  await makeDemo(clinic, loadContent());
}, 120_000);

/** As somebody of the demo clinic, by the sign-in name before the @. */
async function as(key: string): Promise<Pick<Actor, "clinicId" | "userId" | "role" | "patientId">> {
  const { rows } = await aDatabase().superuser.query<{ id: string; role: Actor["role"]; patient_id: string | null }>(
    `SELECT u.id, u.role, p.id AS patient_id FROM clinic_user u
     LEFT JOIN patient p ON p.clinic_id = u.clinic_id AND p.user_id = u.id WHERE u.clinic_id = $1 AND u.sign_in_name = $2`,
    [clinic.id, `${key}@demo.phasewise.example`],
  );
  const [user] = rows;
  if (!user) throw new Error(`nobody is called ${key}`);
  return { clinicId: clinic.id, userId: user.id, role: user.role, patientId: user.patient_id };
}

async function count(sql: string): Promise<number> {
  const { rows } = await aDatabase().superuser.query<{ count: string }>(`SELECT count(*) ${sql}`);
  return Number(rows[0]?.count);
}

test("has two therapists, two surgeons, an administrator and 25 patients, one of them discharged", async () => {
  const { rows } = await aDatabase().superuser.query<{ role: string; people: number }>(
    "SELECT role, count(*)::int AS people FROM clinic_user WHERE clinic_id = $1 GROUP BY role",
    [clinic.id],
  );
  const people = Object.fromEntries(rows.map((row) => [row.role, row.people]));
  expect(people).toEqual({ therapist: 2, surgeon: 2, administrator: 1, patient: 25 });
});

test("every signed revision verifies", async () => {
  const revisions = await inClinic(await as("priya"), async (tx) => {
    const rows = await tx.programRevision.findMany();
    return Promise.all(rows.map(async (row) => ({ row, content: await loadRevisionContent(tx, clinic.id, row) })));
  });
  expect(revisions.length).toBeGreaterThan(60);
  for (const { row, content } of revisions) {
    const { signedById: signerId, signedName: printedName, meaning } = row;
    const signedAt = row.signedAt.toISOString();
    expect(digestOf({ signerId, printedName, signedAt, meaning, content })).toBe(row.sha256);
  }
});

test("every decision verifies, and its evidence can be read", async () => {
  const decisions = await inClinic(await as("elias"), (tx) =>
    tx.clearanceDecision.findMany({ include: { clearance: true } }),
  );
  expect(decisions.length).toBeGreaterThan(25);
  for (const { clearance, decidedAt, sha256, ...decision } of decisions) {
    const { episodeId, subjectId } = clearance;
    const signed = { ...decision, episodeId, subjectId, decidedAt: decidedAt.toISOString() };
    const { clearanceId, patientId, outcome, terms, reason, evidence, decidedById, signedName, meaning } = signed;
    const covered = { clearanceId, patientId, episodeId, subjectId, outcome, terms, reason, evidence };
    expect(decisionDigest({ ...covered, decidedById, signedName, decidedAt: signed.decidedAt, meaning })).toBe(sha256);
    evidenceSchema.parse(evidence);
  }
});

test("at least four requests wait for Dr. Kingfisher", async () => {
  const { userId } = await as("elias");
  const waiting = await count(
    `FROM clearance c JOIN episode e ON e.id = c.episode_id WHERE c.state = 'requested' AND e.surgeon_id = '${userId}'`,
  );
  expect(waiting).toBeGreaterThanOrEqual(4);
});

test.each([
  ["marigold", 5],
  ["rosario", 5],
  ["basil", 0],
  ["clementine", 0],
])("%s reads %i open exercises, straight from SQL", async (key, lines) => {
  const open = await inClinic(await as(key), (tx) => tx.prescribedExercise.findMany());
  expect(open).toHaveLength(lines);
});

test("a red flag of today suspended one program; four holds stand; two people are silent", async () => {
  expect(await count("FROM hold WHERE lifted_at IS NULL AND surgeon_only")).toBe(1);
  expect(await count("FROM hold WHERE lifted_at IS NULL AND NOT surgeon_only")).toBe(4);
  expect(await count("FROM clearance WHERE state = 'under-review'")).toBeGreaterThanOrEqual(2);
  expect(await count("FROM alert WHERE cause = 'no-checkin' AND state <> 'resolved'")).toBe(2);
  expect(await count("FROM check_in WHERE reported_at > now()")).toBe(0);
});

test("some patients are on one therapist's team only", async () => {
  const [priya, jonah] = await Promise.all([as("priya"), as("jonah")]);
  const of = (userId: string) =>
    inClinic(priya, (tx) => tx.patient.count({ where: { careTeam: { some: { userId, leftAt: null } } } }));
  const [hers, his] = await Promise.all([of(priya.userId), of(jonah.userId)]);
  expect(hers).toBeGreaterThan(5);
  expect(his).toBeGreaterThanOrEqual(4);
  expect(hers).toBeLessThan(20);
});

test("everybody has the demo password", async () => {
  const marigold = await as("marigold");
  const credential = await inClinic(marigold, (tx) => tx.credential.findFirst({ where: { userId: marigold.userId } }));
  expect(await passwordMatches(credential?.passwordHash ?? null, demoPassword)).toBe(true);
});

test("the seed refuses every database but the embedded one", () => {
  const { PHASEWISE_EMBEDDED: _, ...environment } = process.env;
  const ran = spawnSync(process.execPath, ["--import", "tsx", "prisma/seed.ts"], {
    env: environment,
    encoding: "utf8",
  });
  expect(ran.status).toBe(1);
  expect(ran.stderr).toContain("embedded database only");
});

describeStories(() => clinic);
