import { beforeAll, describe, expect, test } from "vitest";
import { openClinic, type NewClinic } from "@/lib/records/clinics/open-clinic";
import { copyLibrary } from "@/lib/records/clinics/copy-library";
import { shippedLibrary } from "@/lib/records/clinics/shipped-library";
import { subjectTextsSchema } from "@/lib/records/clearances/subject-texts";
import { exerciseFactsSchema, protocolFactsSchema } from "@/lib/schemas/stored-facts";
import { loadContent } from "@/prisma/content/load";
import { aTherapist, aClinic, acting, type TestClinic, type TestUser } from "../../support/factories";
import { aDatabase } from "../../support/test-database";

const clinic: NewClinic = {
  name: "Tern Bay Clinic",
  timeZone: "America/Chicago",
  country: "US",
  emergencyNumber: "911",
  phone: "(555) 555-0102",
  massUnit: "lb",
  isDemo: false,
};

async function rowsIn(clinicId: string, table: string): Promise<number> {
  const { rows } = await aDatabase().superuser.query<{ count: string }>(
    `SELECT count(*) FROM ${table} WHERE clinic_id = $1`,
    [clinicId],
  );
  return Number(rows[0]?.count);
}

describe("a clinic that was opened", () => {
  let opened: TestClinic;
  let therapist: TestUser;
  beforeAll(async () => {
    opened = await aClinic({ library: "whole" });
    therapist = await aTherapist(opened);
  });

  test("has every exercise, protocol, phase, line and clearance subject of the shipped content", async () => {
    const content = loadContent();
    const phases = Object.values(content.protocols).flatMap((protocol) => protocol.phases);
    expect(await rowsIn(opened.id, "exercise")).toBe(Object.keys(content.exercises).length);
    expect(await rowsIn(opened.id, "template_version")).toBe(Object.keys(content.protocols).length);
    expect(await rowsIn(opened.id, "template_phase")).toBe(phases.length);
    expect(await rowsIn(opened.id, "template_exercise")).toBe(phases.flatMap(({ lines }) => lines).length);
    expect(await rowsIn(opened.id, "clearance_subject")).toBe(16 + content.activities.length);
  });

  test("holds facts and words that its readers accept", async () => {
    const [exercises, versions, subjects] = await acting(therapist, (tx) =>
      Promise.all([tx.exercise.findMany(), tx.templateVersion.findMany(), tx.clearanceSubject.findMany()]),
    );
    for (const { facts } of exercises) exerciseFactsSchema.parse(facts);
    for (const { facts } of versions) protocolFactsSchema.parse(facts);
    for (const { texts } of subjects) subjectTextsSchema.parse(texts);
    expect(exercises.length + versions.length + subjects.length).toBeGreaterThan(100);
  });

  test("names who decides, and the protocols in which it is the surgeon nevertheless", async () => {
    const decidedBy = await acting(therapist, async (tx) => {
      const subjects = await tx.clearanceSubject.findMany();
      return new Map(subjects.map(({ id, decidedBy: by, surgeonIn }) => [id, [by, ...surgeonIn]]));
    });
    expect(decidedBy.get("PT_SUPERVISED_START")).toEqual(["therapist"]);
    expect(decidedBy.get("stairs")).toEqual(["therapist"]);
    expect(decidedBy.get("elliptical")).toEqual([
      "therapist",
      "fusion-lumbar",
      "fusion-thoracolumbar",
      "hardware-stabilisation",
    ]);
    expect(decidedBy.get("RUNNING")).toEqual(["surgeon"]);
  });

  test("has published templates that take no change", async () => {
    const change = acting(therapist, (tx) => tx.templateExercise.updateMany({ data: { availableFromDay: 0 } }));
    await expect(change).rejects.toThrow(/permission denied/);
  });

  test("was audited", async () => {
    const { rows } = await aDatabase().superuser.query(
      "SELECT act FROM audit_event WHERE clinic_id = $1 AND act = 'clinic.open'",
      [opened.id],
    );
    expect(rows).toHaveLength(1);
  });
});

test("the application's role opens no clinic, and a refusal leaves nothing", async () => {
  const application = await aDatabase().app.connect();
  await expect(openClinic(clinic, application)).rejects.toThrow(/permission denied/);
  application.release();
  const { rows } = await aDatabase().superuser.query("SELECT 1 FROM clinic WHERE name = $1", [clinic.name]);
  expect(rows).toHaveLength(0);
});

test("a phase that names an unknown exercise is refused before it is written", async () => {
  const library = { ...shippedLibrary(), exercises: [] };
  const copied = copyLibrary(crypto.randomUUID(), library, () => Promise.resolve());
  await expect(copied).rejects.toThrow(/the library has no exercise/);
});
