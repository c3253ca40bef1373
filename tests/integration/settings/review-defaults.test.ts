import { describe, expect, it } from "vitest";
import { Conflict, Denied, Invalid, Refused } from "@/lib/errors";
import { changeSettings } from "@/lib/records/settings/change-settings";
import { loadReviewPage } from "@/lib/records/settings/load-settings-page";
import { reviewDefaults } from "@/lib/records/settings/review-defaults";
import {
  aClinic,
  acting,
  anAdministrator,
  aPatient,
  asActor,
  aSurgeon,
  aTherapist,
  testPassword,
} from "@/tests/support/factories";
import { aDatabase } from "@/tests/support/test-database";

const review = { version: 0, password: testPassword };
const unreviewed = { hasReviewed: false };

async function signatures(clinicId: string): Promise<unknown[]> {
  const found: { rows: unknown[] } = await aDatabase().superuser.query(
    "SELECT role, settings_version, signed_name, meaning, sha256 FROM defaults_review WHERE clinic_id = $1 ORDER BY role",
    [clinicId],
  );
  return found.rows;
}

describe("reviewing the defaults", () => {
  it("is signed by a surgeon and by a therapist, each for their role, over the version that stands, and audited", async () => {
    const clinic = await aClinic();
    const therapist = asActor(await aTherapist(clinic, { ...unreviewed, printedName: "Robin Plover, PT" }));
    const surgeon = asActor(await aSurgeon(clinic, { ...unreviewed, printedName: "Dr. Jay Osprey, MD" }));
    expect(await loadReviewPage(therapist)).toMatchObject({ version: 0, reviews: [], areDefaultsReviewed: false });
    await reviewDefaults(therapist, review);
    expect((await loadReviewPage(therapist)).areDefaultsReviewed).toBe(false);
    const values = { "rule.sessionExercises": 5 };
    await changeSettings(surgeon, { version: 0, reason: "Fewer at once.", values, reset: [] });
    await reviewDefaults(surgeon, { ...review, version: 1 });
    const sha256 = expect.stringMatching(/^[0-9a-f]{64}$/) as string;
    const meaning = "reviewed the defaults";
    expect(await signatures(clinic.id)).toEqual([
      { role: "surgeon", settings_version: 1, signed_name: "Dr. Jay Osprey, MD", meaning, sha256 },
      { role: "therapist", settings_version: 0, signed_name: "Robin Plover, PT", meaning, sha256 },
    ]);
    expect((await loadReviewPage(surgeon)).areDefaultsReviewed).toBe(true);
    const { rows } = await aDatabase().superuser.query(
      "SELECT count(*)::int AS n FROM audit_event WHERE clinic_id = $1 AND act = 'defaults.review'",
      [clinic.id],
    );
    expect(rows).toEqual([{ n: 2 }]);
  });

  it("is one's own clinic's", async () => {
    const [clinic, elsewhere] = [await aClinic(), await aClinic()];
    await reviewDefaults(asActor(await aTherapist(clinic, unreviewed)), review);
    const other = asActor(await aTherapist(elsewhere, unreviewed));
    expect((await loadReviewPage(other)).reviews).toEqual([]);
  });

  it("is refused to patients and administrators", async () => {
    const clinic = await aClinic();
    const team = [await aTherapist(clinic, unreviewed), await aSurgeon(clinic, unreviewed)];
    const { user } = await aPatient(clinic, { careTeam: team });
    for (const actor of [asActor(user), asActor(await anAdministrator(clinic))]) {
      await expect(reviewDefaults(actor, review)).rejects.toThrow(Denied);
    }
    expect(await signatures(clinic.id)).toEqual([]);
  });

  it("writes nothing on a wrong password, another version, or after a signature of the role", async () => {
    const clinic = await aClinic();
    const therapist = asActor(await aTherapist(clinic, unreviewed));
    await expect(reviewDefaults(therapist, { ...review, password: "not it" })).rejects.toThrow(Invalid);
    await expect(reviewDefaults(therapist, { ...review, version: 1 })).rejects.toThrow(Conflict);
    expect(await signatures(clinic.id)).toEqual([]);
    await reviewDefaults(therapist, review);
    const colleague = asActor(await aTherapist(clinic, unreviewed));
    await expect(reviewDefaults(colleague, review)).rejects.toThrow(Refused);
    expect(await signatures(clinic.id)).toHaveLength(1);
  });

  it("is a conflict when somebody changes the numbers while they are signed for", async () => {
    const clinic = await aClinic();
    const surgeon = await aSurgeon(clinic, unreviewed);
    const therapist = asActor(await aTherapist(clinic, unreviewed));
    const library = await aDatabase().superuser.connect();
    try {
      await library.query("BEGIN");
      await library.query("LOCK TABLE exercise IN ACCESS EXCLUSIVE MODE");
      const signature = reviewDefaults(therapist, review).catch((error: unknown) => error);
      await new Promise((resolve) => setTimeout(resolve, 2000));
      const next = { number: 1, values: {}, crisisPhone: "(555) 555-0199", reason: "staffed", changedById: surgeon.id };
      await acting(surgeon, (tx) => tx.clinicSettings.createMany({ data: { clinicId: clinic.id, ...next } }));
      await library.query("COMMIT");
      expect(await signature).toBeInstanceOf(Conflict);
    } finally {
      library.release();
    }
    expect(await signatures(clinic.id)).toEqual([]);
  });

  it("is kept by the database: for one's own role, of the version that stands", async () => {
    const clinic = await aClinic();
    const therapist = await aTherapist(clinic, unreviewed);
    const insert = (role: string, settingsVersion: number) =>
      acting(therapist, (tx) =>
        tx.defaultsReview.create({
          data: {
            ...{ clinicId: clinic.id, role, settingsVersion, signedById: therapist.id, signedName: "Robin Plover" },
            ...{ signedAt: new Date(), meaning: "reviewed the defaults", sha256: "0".repeat(64) },
          },
        }),
      );
    await expect(insert("surgeon", 0)).rejects.toThrow(/own role/);
    await expect(insert("therapist", 1)).rejects.toThrow(/version that stands/);
  });
});
