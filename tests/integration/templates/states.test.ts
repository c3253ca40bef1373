import { describe, expect, it } from "vitest";
import { Denied, NotFound, Refused } from "@/lib/errors";
import { loadCandidates } from "@/lib/records/episodes/candidates";
import { beginTemplate } from "@/lib/records/templates/begin-template";
import { discardDraft } from "@/lib/records/templates/discard-draft";
import { editTemplate } from "@/lib/records/templates/edit-template";
import { loadPublishPage } from "@/lib/records/templates/load-publish-page";
import { loadTemplateComparison } from "@/lib/records/templates/load-template-comparison";
import { loadTemplateDraft } from "@/lib/records/templates/load-template-draft";
import { loadTemplatePage } from "@/lib/records/templates/load-template-page";
import { loadTemplates } from "@/lib/records/templates/load-templates";
import { renameTemplate } from "@/lib/records/templates/rename-template";
import { retireTemplate } from "@/lib/records/templates/retire-template";
import {
  aClinic,
  acting,
  anAdministrator,
  aPatient,
  asActor,
  aTherapist,
  type TestUser,
} from "@/tests/support/factories";
import { aProgram } from "@/tests/support/program-factories";
import { queriesOf } from "@/tests/support/query-counter";
import { acts, aTemplateDraft, publish, shippedId, title } from "./given";

/** The code with which the database refuses the statement; null where it takes it. */
async function refused(by: TestUser, sql: string, ...values: unknown[]): Promise<string | null> {
  try {
    await acting(by, (tx) => tx.$executeRawUnsafe(sql, ...values));
    return null;
  } catch (error) {
    const said = error instanceof Error ? JSON.stringify(error) + error.message : "";
    return /PW\d+|42501/.exec(said)?.[0] ?? said;
  }
}

describe("a template of the clinic's own", () => {
  it("is begun, renamed, published, compared, edited, discarded and retired, each act audited; retired, it is suggested to nobody", async () => {
    const { actor, clinic, templateId, therapist } = await aTemplateDraft();
    const named = { en: "Renamed", es: "Otro nombre" };
    await renameTemplate(actor, { templateId, phasesVersion: 1, title: named, techniques: ["TLIF", "Robotic TLIF"] });
    await publish(actor, templateId);
    const suggested = () => acting(therapist, async (tx) => loadCandidates(tx, clinic.id));
    expect(await suggested()).toContainEqual(expect.objectContaining({ templateId, isOwn: true, title: named }));
    await editTemplate(actor, templateId);
    // A page that was left open before never meets a later draft of the same versions.
    expect(await loadTemplateDraft(actor, templateId)).toMatchObject({ version: 3, phasesVersion: 3 });
    // With the session and its renewal a page has six at most.
    expect(await queriesOf(() => loadPublishPage(actor, templateId))).toBeLessThanOrEqual(4);
    const both = { from: "shipped" as const, to: "draft" as const };
    expect(await queriesOf(() => loadTemplateComparison(actor, templateId, both))).toBeLessThanOrEqual(4);
    expect(await discardDraft(actor, templateId)).toEqual({ stays: true });
    expect(await loadTemplateComparison(actor, templateId, null)).toMatchObject({ from: "shipped", to: 1 });
    const page = await loadTemplatePage(actor, templateId);
    expect(page).toMatchObject({ draft: null, versions: [{ number: 1, isGenuine: true }], begunFrom: { number: 1 } });
    await retireTemplate(actor, { templateId, reason: "Replaced." });
    expect((await suggested()).map((candidate) => candidate.templateId)).not.toContain(templateId);
    await expect(editTemplate(actor, templateId)).rejects.toThrow(Refused);
    await expect(retireTemplate(actor, { templateId, reason: "Again." })).rejects.toThrow(Refused);
    for (const act of ["template.begin", "template.publish", "template.discard", "template.retire"]) {
      expect(await acts(act, templateId)).toBe(1);
    }
  });

  it("that was never published goes with its draft", async () => {
    const { actor, templateId } = await aTemplateDraft();
    expect(await discardDraft(actor, templateId)).toEqual({ stays: false });
    expect((await loadTemplates(actor)).filter(({ isOwn }) => isOwn)).toEqual([]);
    await expect(loadTemplatePage(actor, templateId)).rejects.toThrow(NotFound);
  });

  it("begun from a program has its exercises and dosages, nothing of the person, and the read is on the record", async () => {
    const of = await aPatient(await aClinic(), { weeks: 1 });
    const words = { noteToPatient: "Fern's own note", overrideReason: "Fern's own reason" };
    const program = await aProgram(of, { lines: (lines) => lines.map((line) => ({ ...line, ...words })) });
    const actor = asActor(of.therapist);
    const from = { kind: "program" as const, programId: program.id };
    const { templateId } = await beginTemplate(actor, { from, title });
    const draft = await loadTemplateDraft(actor, templateId);
    expect(draft.lines.map(({ phase, exercise }) => [phase, exercise])).toEqual(
      program.lines.map(({ phase, exerciseCode }) => [phase, exerciseCode]),
    );
    expect(JSON.stringify(draft)).not.toMatch(/Fern|Linden/);
    expect(await acts("program.read", program.id)).toBe(1);
    const stranger = asActor(await aTherapist(of.clinic));
    await expect(beginTemplate(stranger, { from, title })).rejects.toThrow(NotFound);
  });

  it("is not there for another clinic, and begun, discarded or renamed by no administrator", async () => {
    const { actor, clinic, templateId, therapist } = await aTemplateDraft();
    const far = asActor(await aTherapist(await aClinic()));
    const administrator = asActor(await anAdministrator(clinic));
    const from = { kind: "template" as const, templateId: await shippedId(therapist, "fusion-lumbar") };
    for (const other of [far, administrator]) {
      await expect(beginTemplate(other, { from, title })).rejects.toThrow(NotFound);
      await expect(discardDraft(other, templateId)).rejects.toThrow(NotFound);
      await expect(editTemplate(other, templateId)).rejects.toThrow(NotFound);
    }
    await expect(retireTemplate(far, { templateId, reason: "Mine." })).rejects.toThrow(NotFound);
    await expect(loadTemplatePage(far, templateId)).rejects.toThrow(NotFound);
    await expect(editTemplate(actor, from.templateId)).rejects.toThrow(NotFound);
    await expect(loadTemplates(asActor((await aPatient(clinic)).user))).rejects.toThrow(Denied);
    expect(await loadTemplateDraft(actor, templateId)).toMatchObject({ version: 1, phasesVersion: 1 });
  });
});

describe("the database refuses", () => {
  it("every move of a template, its draft and its versions that no verb makes", async () => {
    const { actor, templateId, therapist } = await aTemplateDraft();
    const shipped = await shippedId(therapist, "fusion-lumbar");
    const by = (sql: string, ...values: unknown[]) => refused(therapist, sql, ...values);
    const ofTemplate = "WHERE template_id = $1::uuid";
    // The draft: against its versions, and in somebody else's name.
    expect(await by(`UPDATE template_draft SET lines = '[]' ${ofTemplate}`, templateId)).toBe("PW050");
    expect(await by(`UPDATE template_draft SET version = version + 2 ${ofTemplate}`, templateId)).toBe("PW050");
    expect(await by(`UPDATE template_draft SET changed_by_id = uuidv7() ${ofTemplate}`, templateId)).toBe("PW050");
    expect(await by("UPDATE template SET last_draft_version = -1 WHERE id = $1::uuid", templateId)).toBe("PW054");
    // A version: half written, out of order, published by nobody.
    const insert = `INSERT INTO template_version (clinic_id, template_id, number, note, facts)
      SELECT clinic_id, id, $2::int, 'x', '{"phases": []}' FROM template WHERE id = $1::uuid`;
    expect(await by(insert, templateId, 1)).toBe("PW051");
    expect(await by(insert, templateId, 2)).toBe("PW051");
    expect(await by(insert, shipped, 2)).toBe("PW051");
    await publish(actor, templateId);
    expect(await by(`UPDATE template_version SET meaning = 'published' ${ofTemplate}`, templateId)).toBe("PW002");
    expect(
      await by(
        `INSERT INTO template_phase (clinic_id, version_id, n, facts)
         SELECT clinic_id, id, 9, '{}' FROM template_version ${ofTemplate}`,
        templateId,
      ),
    ).toBe("PW002");
    // The template: a shipped one, one whose newest version says otherwise, and one that is retired.
    const rename = "UPDATE template SET title = '{}' WHERE id = $1::uuid";
    expect(await by(rename, shipped)).toBe("PW052");
    expect(await by(rename, templateId)).toBe("PW052");
    expect(await by("UPDATE template SET techniques = '[]' WHERE id = $1::uuid", templateId)).toBe("PW052");
    await retireTemplate(actor, { templateId, reason: "Replaced." });
    expect(await by(rename, templateId)).toBe("PW052");
    expect(await by(insert, templateId, 2)).toBe("PW051");
  });

  it("another version of a running program without a signed revision, and a program by what is retired", async () => {
    const { actor, clinic, templateId, therapist } = await aTemplateDraft();
    await publish(actor, templateId);
    const of = await aPatient(clinic, { weeks: 1, careTeam: [therapist] });
    const program = await aProgram(of);
    const own = "(SELECT id FROM template_version WHERE template_id = $2::uuid)";
    const take = `UPDATE program SET template_version_id = ${own}`;
    expect(await refused(therapist, `${take} WHERE id = $1::uuid`, program.id, templateId)).toBe("PW053");
    const signed = `${take}, current_revision = current_revision + 1 WHERE id = $1::uuid`;
    expect(await refused(therapist, signed, program.id, templateId)).toBe("PW053");
    await retireTemplate(actor, { templateId, reason: "Replaced." });
    const begin = `INSERT INTO program (clinic_id, patient_id, episode_id, template_version_id)
      SELECT p.clinic_id, p.patient_id, p.episode_id, ${own} FROM program p WHERE p.id = $1::uuid`;
    expect(await refused(therapist, begin, program.id, templateId)).toBe("PW053");
  });
});
