import { describe, expect, it } from "vitest";
import { Denied } from "@/lib/errors";
import { loadBanner } from "@/lib/records/patients/load-banner";
import { chooseLanguage } from "@/lib/records/people/choose-language";
import { loadPeople } from "@/lib/records/people/load-people";
import { aClinic, anAdministrator, aPatient, asActor } from "@/tests/support/factories";
import { queriesOf } from "@/tests/support/query-counter";
import { aDatabase } from "@/tests/support/test-database";

describe("the administrator's home", () => {
  it("shows the people and acts of the own clinic, without health data, and audits both reads", async () => {
    const clinic = await aClinic();
    const administrator = await anAdministrator(clinic);
    const of = await aPatient(clinic);
    await aPatient(await aClinic());
    await loadBanner(asActor(of.therapist), of.patient.id);
    const { people, audit } = await loadPeople(asActor(administrator));
    expect(new Set(people.map(({ id }) => id))).toEqual(
      new Set([administrator.id, of.user.id, of.therapist.id, of.surgeon.id]),
    );
    expect(audit).toMatchObject([
      { act: "patient.read", actorName: of.therapist.displayName, subjectKind: "patient", outcome: "done" },
      { act: "clinic.open" },
    ]);
    expect(JSON.stringify(audit)).not.toContain(of.patient.id);
    const again = await loadPeople(asActor(administrator));
    expect(again.audit.slice(0, 2)).toMatchObject([
      { act: "audit.read", actorName: administrator.displayName },
      { act: "audit.read", actorName: administrator.displayName },
    ]);
    expect(await queriesOf(() => loadPeople(asActor(administrator)))).toBeLessThanOrEqual(6);
  });

  it("is refused to everybody else", async () => {
    const of = await aPatient(await aClinic());
    for (const user of [of.user, of.therapist, of.surgeon]) {
      await expect(loadPeople(asActor(user))).rejects.toThrow(Denied);
    }
  });
});

describe("the language of an account", () => {
  it("changes one's own only", async () => {
    const of = await aPatient(await aClinic());
    await chooseLanguage(asActor(of.therapist), "es");
    const { rows } = await aDatabase().superuser.query(
      "SELECT id, locale FROM clinic_user WHERE clinic_id = $1 AND locale = 'es'",
      [of.clinic.id],
    );
    expect(rows).toEqual([{ id: of.therapist.id, locale: "es" }]);
  });
});
