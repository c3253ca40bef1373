import { describe, expect, it } from "vitest";
import { Conflict, Denied, Invalid, NotFound, Refused } from "@/lib/errors";
import { editTemplate } from "@/lib/records/templates/edit-template";
import { loadTemplateDraft } from "@/lib/records/templates/load-template-draft";
import { publishTemplate } from "@/lib/records/templates/publish-template";
import { saveTemplateDraft } from "@/lib/records/templates/save-template-draft";
import { saveTemplatePhases } from "@/lib/records/templates/save-template-phases";
import type { TemplatePhaseFacts } from "@/lib/schemas/template";
import { aClinic, acting, anAdministrator, aPatient, asActor, aSurgeon, aTherapist } from "@/tests/support/factories";
import { acts, aTemplateDraft, publish, published } from "./given";

type Given = Awaited<ReturnType<typeof aTemplateDraft>>;

async function withPhases({ actor, templateId, draft }: Given, change: (phase: TemplatePhaseFacts) => object) {
  const phases = draft.facts.phases.map((phase) => ({ ...phase, ...change(phase) }));
  const facts = { ...draft.facts, phases };
  await saveTemplatePhases(actor, { templateId, phasesVersion: draft.phasesVersion, facts });
  return loadTemplateDraft(actor, templateId);
}

describe("publishing a template", () => {
  it("writes the shipped protocol as it is as version 1, signed and audited, without its draft; the next one is version 2", async () => {
    const given = await aTemplateDraft();
    const administrator = asActor(await anAdministrator(given.clinic));
    expect(await publish(given.actor, given.templateId)).toBe(1);
    await expect(loadTemplateDraft(given.actor, given.templateId)).rejects.toThrow(NotFound);
    await editTemplate(given.actor, given.templateId);
    const draft = await loadTemplateDraft(given.actor, given.templateId);
    expect(draft.basedOn).toMatchObject({ number: 1, isOwn: true });
    expect(draft.facts).toEqual(given.draft.facts);
    expect(draft.lines.map(({ exercise, starting }) => [exercise, starting])).toEqual(
      given.draft.lines.map(({ exercise, starting }) => [exercise, starting]),
    );
    expect(await publishTemplate(administrator, published(draft))).toEqual({ number: 2 });
    const versions = await acting(given.therapist, (tx) =>
      tx.templateVersion.findMany({ where: { templateId: given.templateId }, orderBy: { number: "asc" } }),
    );
    expect(versions.map(({ number, publishedName, meaning }) => [number, publishedName, meaning])).toEqual([
      [1, given.therapist.printedName, "published"],
      [2, administrator.printedName, "published"],
    ]);
    expect(await acts("template.publish", given.templateId)).toBe(2);
  });

  it("is refused at the field for phases that overlap or leave a gap, a selection that is none, and an override without its reason", async () => {
    const given = await aTemplateDraft();
    const gap = await withPhases(given, ({ n }) => (n === 2 ? { dayStart: 42, dayEndExclusive: 60 } : {}));
    await expect(publishTemplate(given.actor, published(gap))).rejects.toMatchObject({
      fields: { "phases.0.dayEndExclusive": "daysGap", "phases.1.dayStart": "beginsTooLate" },
    });
    const lines = gap.lines.map((line) => (line.phase === 1 ? { ...line, starting: false } : line));
    await saveTemplateDraft(given.actor, { templateId: given.templateId, version: 1, lines });
    const none = await loadTemplateDraft(given.actor, given.templateId);
    await expect(publishTemplate(given.actor, published(none))).rejects.toMatchObject({
      fields: { "phases.0.lines": "startingNeeded" },
    });
    expect(await acts("template.publish", given.templateId)).toBe(0);
  });

  it("asks why where it is less strict than the protocol, and keeps the answer", async () => {
    const given = await aTemplateDraft();
    const looser = await withPhases(given, ({ n, limits }) => (n === 1 ? { limits: { ...limits, liftKg: 9 } } : {}));
    await expect(publishTemplate(given.actor, published(looser))).rejects.toMatchObject({
      fields: { lessStrictReason: "templateLessStrict" },
    });
    await publishTemplate(given.actor, published(looser, { lessStrictReason: "Our surgeons' own limit." }));
    const [version] = await acting(given.therapist, (tx) =>
      tx.templateVersion.findMany({ where: { templateId: given.templateId } }),
    );
    const { techniques } = looser.facts;
    expect(version).toMatchObject({
      facts: { shiftsFrom: 42, techniques },
      lessStrict: [{ kind: "limit", phase: 1 }],
      lessStrictReason: "Our surgeons' own limit.",
    });
  });

  it("is refused for what the rules block, and writes nothing", async () => {
    const given = await aTemplateDraft();
    const [first] = given.draft.lines.filter(({ phase }) => phase === 4);
    if (!first) throw new Error("no line");
    const lines = given.draft.lines.map((line) => {
      return line.phase === 1 && line.starting ? { ...line, exercise: first.exercise, templateLineId: null } : line;
    });
    await saveTemplateDraft(given.actor, { templateId: given.templateId, version: 1, lines: lines.slice(0, 40) });
    const draft = await loadTemplateDraft(given.actor, given.templateId);
    await expect(publishTemplate(given.actor, published(draft))).rejects.toThrow(Refused);
    const count = await acting(given.therapist, (tx) =>
      tx.templateVersion.count({ where: { templateId: given.templateId } }),
    );
    expect(count).toBe(0);
  });

  it("is a conflict for a draft that has moved on, and wrong for another password", async () => {
    const given = await aTemplateDraft();
    await withPhases(given, () => ({}));
    await expect(publishTemplate(given.actor, published(given.draft))).rejects.toThrow(Conflict);
    const bad = publishTemplate(given.actor, published(given.draft, { password: "wrong" }));
    await expect(bad).rejects.toThrow(Invalid);
  });

  it("does not exist for another clinic, nor for a patient, nor is a draft changed by an administrator", async () => {
    const given = await aTemplateDraft();
    const other = asActor(await aTherapist(await aClinic()));
    await expect(publishTemplate(other, published(given.draft))).rejects.toThrow(NotFound);
    const { user } = await aPatient(given.clinic);
    await expect(publishTemplate(asActor(user), published(given.draft))).rejects.toThrow(Denied);
    const administrator = asActor(await anAdministrator(given.clinic));
    const save = { templateId: given.templateId, version: 1, lines: given.draft.lines };
    await expect(saveTemplateDraft(administrator, save)).rejects.toThrow(Denied);
    await expect(saveTemplateDraft(other, save)).rejects.toThrow(NotFound);
    expect(await saveTemplateDraft(asActor(await aSurgeon(given.clinic)), save)).toEqual({ version: 2 });
    await expect(saveTemplateDraft(given.actor, save)).rejects.toMatchObject({ current: { version: 2 } });
  });
});
