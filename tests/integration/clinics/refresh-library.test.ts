import { Client } from "pg";
import { expect, test } from "vitest";
import { refreshLibraries } from "@/lib/records/clinics/refresh-library";
import { shippedLibrary } from "@/lib/records/clinics/shipped-library";
import { aClinic, acting, aTherapist } from "@/tests/support/factories";
import { aDatabase } from "@/tests/support/test-database";

const shipped = shippedLibrary();
const nothing = { exercises: 0, protocols: 0, subjects: 0 };

/** What an older release shipped: without an exercise and a protocol, and with another name, another text and another selection. */
const {
  exercises: [corrected, ...exercises],
  protocols: [changed, ...protocols],
  subjects: [subject, ...subjects],
} = shipped;
if (!corrected || !changed || !subject) throw new Error("the library is empty");
const newer = {
  exercises: [{ ...corrected, facts: { ...corrected.facts, position: "elsewhere" } }, ...exercises],
  protocols: [
    {
      ...changed,
      phases: changed.phases.map((phase) => ({
        ...phase,
        lines: phase.lines.map((line) => ({ ...line, starting: false, reason: null })),
      })),
    },
    ...protocols,
  ],
  subjects: [{ ...subject, texts: { ...subject.texts, meaning: { en: "New", es: "Nuevo" } } }, ...subjects],
};

test("a clinic gets what is new and corrected, once, as new versions, and keeps the old ones", async () => {
  const clinic = await aClinic({ library: "whole" });
  const therapist = await aTherapist(clinic);
  const owner = new Client({ connectionString: aDatabase().ownerUrl });
  await owner.connect();
  try {
    expect(await refreshLibraries(owner)).toEqual(nothing);
    expect(await refreshLibraries(owner, newer)).toEqual({ exercises: 1, protocols: 1, subjects: 1 });
    expect(await refreshLibraries(owner, newer)).toEqual(nothing);
  } finally {
    await owner.end();
  }
  const [exercise, versions, starting] = await acting(therapist, (tx) =>
    Promise.all([
      tx.exercise.findMany({ where: { code: corrected.facts.id } }),
      tx.templateVersion.findMany({
        where: { template: { protocolId: changed.facts.id } },
        orderBy: { number: "asc" },
      }),
      tx.templateExercise.findMany({
        where: {
          starting: true,
          phase: { templateVersion: { number: 1, template: { protocolId: changed.facts.id } } },
        },
      }),
    ]),
  );
  expect(exercise).toMatchObject([{ libraryVersion: 2, facts: { position: "elsewhere" } }]);
  expect(versions.map(({ number, publishedAt }) => [number, publishedAt !== null])).toEqual([
    [1, true],
    [2, true],
  ]);
  expect(starting.length).toBeGreaterThan(0);
  const { rows } = await aDatabase().superuser.query(
    "SELECT 1 FROM audit_event WHERE clinic_id = $1 AND act = 'library.refresh'",
    [clinic.id],
  );
  expect(rows).toHaveLength(1);
});

test("two servers that start at once bring it once", async () => {
  const clinic = await aClinic({ library: "whole" });
  const therapist = await aTherapist(clinic);
  const owners = [1, 2].map(() => new Client({ connectionString: aDatabase().ownerUrl }));
  const newest = {
    ...newer,
    protocols: newer.protocols.map((one) => ({ ...one, facts: { ...one.facts, sources: [] } })),
  };
  try {
    await Promise.all(owners.map((owner) => owner.connect()));
    await Promise.all(owners.map((owner) => refreshLibraries(owner, newest)));
  } finally {
    await Promise.all(owners.map((owner) => owner.end()));
  }
  const where = { template: { protocolId: changed.facts.id } };
  expect(await acting(therapist, (tx) => tx.templateVersion.count({ where }))).toBe(2);
});
