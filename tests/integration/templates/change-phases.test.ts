import { describe, expect, it } from "vitest";
import { phaseTyped } from "@/app/(clinic)/templates/[templateId]/phases/_components/phase-values";
import { Conflict, Denied, Invalid, NotFound } from "@/lib/errors";
import { addPhase, changePhase, removePhase } from "@/lib/records/templates/change-phases";
import { editTemplate } from "@/lib/records/templates/edit-template";
import { loadTemplateDraft } from "@/lib/records/templates/load-template-draft";
import { loadTemplateEditor } from "@/lib/records/templates/load-template-editor";
import { saveTemplateDraft } from "@/lib/records/templates/save-template-draft";
import { changePhaseSchema } from "@/lib/schemas/template-phase";
import { aClinic, asActor, aTherapist, anAdministrator } from "@/tests/support/factories";
import { acts, aTemplateDraft, publish } from "./given";

type Given = Awaited<ReturnType<typeof aTemplateDraft>>;

function phaseOf({ draft }: Given, n: number) {
  const phase = draft.facts.phases[n - 1];
  if (!phase) throw new Error(`phase ${n}`);
  return phase;
}

/** What the form of a phase sends, some of it changed. */
function form(given: Given, n: number, change: object = {}, phasesVersion = given.draft.phasesVersion) {
  const phase = { ...phaseTyped(phaseOf(given, n)), ...change };
  return changePhaseSchema.parse({ templateId: given.templateId, phasesVersion, follows: 0, n, phase });
}

describe("the form of a phase", () => {
  it("saved as it is changes nothing but the version; changed it is what was typed, audited, and the phases beside it follow", async () => {
    const given = await aTemplateDraft();
    await changePhase(given.actor, form(given, 3));
    const same = await loadTemplateDraft(given.actor, given.templateId);
    expect(same).toMatchObject({ facts: given.draft.facts, phasesVersion: 2, version: 1 });
    await changePhase(given.actor, form(given, 3, { dayStart: "49", goals: { en: "steady", es: "estable" } }, 2));
    const { facts } = await loadTemplateDraft(given.actor, given.templateId);
    expect(facts.phases[1]).toMatchObject({ dayEndExclusive: 49 });
    expect(facts.phases[2]).toMatchObject({ dayStart: 49, goals: [{ en: "steady", es: "estable" }] });
    expect(await acts("template.draft", given.templateId)).toBe(2);
  });

  it("is refused at its days where they overlap or leave a gap, at its fields where they cannot be read", async () => {
    const given = await aTemplateDraft();
    const gap = form(given, 2, { dayEndExclusive: "40", moveNeighbours: false });
    await expect(changePhase(given.actor, gap)).rejects.toMatchObject({
      fields: { "phase.dayEndExclusive": "daysGap" },
    });
    const early = form(given, 2, { dayStart: "10", moveNeighbours: false });
    await expect(changePhase(given.actor, early)).rejects.toMatchObject({
      fields: { "phase.dayStart": "daysOverlapBefore" },
    });
    const typed = phaseTyped(phaseOf(given, 2));
    const bad = { ...typed, dayStart: "", goals: { en: "a\nb", es: "a" }, limits: { ...typed.limits, liftKg: "much" } };
    const read = changePhaseSchema.safeParse({
      templateId: given.templateId,
      phasesVersion: 1,
      follows: 0,
      n: 2,
      phase: bad,
    });
    expect(read.error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`)).toEqual([
      "phase.dayStart required",
      "phase.goals.es listsDiffer",
      "phase.limits.liftKg numberNeeded",
    ]);
    expect(await loadTemplateDraft(given.actor, given.templateId)).toMatchObject({ phasesVersion: 1 });
  });

  it("that comes too late conflicts with what stands, and writes nothing", async () => {
    const given = await aTemplateDraft();
    await changePhase(given.actor, form(given, 1, { name: { en: "First", es: "Primera" } }));
    const error: unknown = await changePhase(given.actor, form(given, 1)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Conflict);
    expect(error).toMatchObject({ current: { phasesVersion: 2, changedBy: given.therapist.displayName } });
    expect(await acts("template.draft", given.templateId)).toBe(1);
  });

  it("or to a draft that was published since, conflicts with the one begun after it, and so do lines", async () => {
    const given = await aTemplateDraft();
    await publish(given.actor, given.templateId);
    await editTemplate(given.actor, given.templateId);
    const { templateId, draft } = given;
    await expect(changePhase(given.actor, form(given, 1))).rejects.toThrow(Conflict);
    const late = { templateId, version: draft.version, follows: 0, lines: [] };
    await expect(saveTemplateDraft(given.actor, late)).rejects.toThrow(Conflict);
    expect((await loadTemplateDraft(given.actor, templateId)).lines).toHaveLength(draft.lines.length);
  });
});

describe("phases of a draft", () => {
  const both = ({ templateId, draft: { version, phasesVersion } }: Given) => ({
    templateId,
    version,
    phasesVersion,
    follows: 0,
  });

  it("are added and removed with their lines", async () => {
    const given = await aTemplateDraft();
    const name = { en: "Between", es: "Entre" };
    await addPhase(given.actor, { ...both(given), after: 2, name, dayStart: 28 });
    const added = await loadTemplateDraft(given.actor, given.templateId);
    expect(added.facts.phases.map(({ n, dayStart }) => [n, dayStart]).slice(1, 4)).toEqual([
      [2, 14],
      [3, 28],
      [4, 42],
    ]);
    expect(added.lines.some(({ phase }) => phase === 3)).toBe(false);
    await removePhase(given.actor, { ...both({ ...given, draft: added }), n: 3, lines: "before" });
    const { facts, lines } = await loadTemplateDraft(given.actor, given.templateId);
    expect(facts).toEqual(given.draft.facts);
    expect(lines).toEqual(given.draft.lines);
  });

  it("are not added on another phase's day, nor their lines moved to where no phase is", async () => {
    const given = await aTemplateDraft();
    const name = { en: "Between", es: "Entre" };
    await expect(addPhase(given.actor, { ...both(given), after: 2, name, dayStart: 42 })).rejects.toMatchObject({
      fields: { dayStart: "notInPhase" },
    });
    await expect(removePhase(given.actor, { ...both(given), n: 1, lines: "before" })).rejects.toThrow(Invalid);
    await expect(removePhase(given.actor, { ...both(given), n: 9, lines: "before" })).rejects.toThrow(NotFound);
  });

  it("are of the clinic's therapists and surgeons alone", async () => {
    const given = await aTemplateDraft();
    const elsewhere = asActor(await aTherapist(await aClinic()));
    const administrator = asActor(await anAdministrator(given.clinic));
    for (const [who, error] of [
      [elsewhere, NotFound],
      [administrator, Denied],
    ] as const) {
      await expect(changePhase(who, form(given, 1))).rejects.toThrow(error);
      await expect(removePhase(who, { ...both(given), n: 2, lines: "remove" })).rejects.toThrow(error);
      await expect(loadTemplateEditor(who, given.templateId)).rejects.toThrow(error);
    }
    expect(await acts("template.draft", given.templateId)).toBe(0);
  });
});

describe("the editor of a template", () => {
  it("has the draft, what it is judged by and the lines of the version before", async () => {
    const given = await aTemplateDraft();
    const { draft, protocol, before, shipped, content } = await loadTemplateEditor(given.actor, given.templateId);
    expect(draft).toEqual(given.draft);
    expect(protocol.phases.map(({ n }) => n)).toEqual(shipped.map(({ n }) => n));
    expect(shipped.map(({ limits: { brace } }) => brace)).toEqual(
      draft.facts.phases.map(({ limits: { brace } }) => brace),
    );
    expect(before.phases.map(({ lines }) => lines.length)).toEqual(
      shipped.map(({ n }) => draft.lines.filter(({ phase }) => phase === n).length),
    );
    expect(draft.lines.every(({ exercise }) => exercise in content.exercises)).toBe(true);
  });
});
