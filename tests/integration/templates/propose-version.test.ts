import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { Denied, NotFound } from "@/lib/errors";
import { admitPatient } from "@/lib/records/patients/admit-patient";
import { loadProgram } from "@/lib/records/programs/load-program";
import { cursorOf } from "@/lib/records/keyset";
import { loadSignPage } from "@/lib/records/programs/load-sign-page";
import { loadProposals } from "@/lib/records/proposals/load-proposals";
import { signSeveral } from "@/lib/records/proposals/sign-several";
import { orderRestrictions } from "@/lib/records/restrictions/order-restrictions";
import { loadTemplatePage } from "@/lib/records/templates/load-template-page";
import { reopenDraft } from "@/lib/records/programs/reopen-draft";
import { saveDraft } from "@/lib/records/programs/save-draft";
import { signRevision } from "@/lib/records/programs/sign-revision";
import { editTemplate } from "@/lib/records/templates/edit-template";
import { loadTemplateDraft } from "@/lib/records/templates/load-template-draft";
import { proposeVersion } from "@/lib/records/templates/propose-version";
import { publishTemplate } from "@/lib/records/templates/publish-template";
import { saveTemplatePhases } from "@/lib/records/templates/save-template-phases";
import type { AdmitPatientInput } from "@/lib/schemas/patient";
import type { TemplateFacts, TemplateLine } from "@/lib/schemas/template";
import { aClinic, asActor, aSurgeon, aTherapist, testPassword } from "@/tests/support/factories";
import { admissionOf } from "../programs/given";
import { terms } from "../restrictions/given";
import { acts, aTemplateDraft, publish, published } from "./given";

const sign = { askFor: [], question: "", password: testPassword };

/** A patient whose signed program runs by version 1 of the clinic's own template, of which `publishNext` makes version 2. */
async function aRunningProgram(restrictions: AdmitPatientInput["episode"]["restrictions"] = []) {
  const given = await aTemplateDraft();
  const { actor, templateId } = given;
  await publish(actor, templateId);
  const surgeon = await aSurgeon(given.clinic);
  const admission = admissionOf(given.clinic, surgeon.id, 3);
  const { patientId } = await admitPatient(actor, {
    ...admission,
    episode: { ...admission.episode, templateId, restrictions },
  });
  const { programId } = await loadProgram(actor, patientId);
  await signRevision(actor, { ...sign, programId, version: 1 });
  return {
    ...given,
    surgeon,
    patientId,
    programId,
    propose: () => proposeVersion(actor, { templateId, programIds: [programId] }),
  };
}

type Change = { lines?: (lines: TemplateLine[]) => TemplateLine[]; facts?: (facts: TemplateFacts) => TemplateFacts };

async function publishNext(actor: Actor, templateId: string, { lines, facts }: Change = {}) {
  await editTemplate(actor, templateId);
  const draft = await loadTemplateDraft(actor, templateId);
  const moved = { version: draft.version, lines: lines?.(draft.lines) ?? draft.lines };
  const changed = facts?.(draft.facts) ?? draft.facts;
  await saveTemplatePhases(actor, { templateId, phasesVersion: draft.phasesVersion, facts: changed, moved });
  const why = { lessStrictReason: "Asked for by our surgeons." };
  return publishTemplate(actor, published(await loadTemplateDraft(actor, templateId), why));
}

type Phase = TemplateFacts["phases"][number];

const withPhases =
  (changed: (phase: Phase) => Partial<Phase>) =>
  (facts: TemplateFacts): TemplateFacts => ({
    ...facts,
    phases: facts.phases.map((phase) => {
      const next = { ...phase, ...changed(phase) };
      return { ...next, entryCriteria: { ...next.entryCriteria, minDay: next.dayStart } };
    }),
  });

const withSecondPhaseOn = (day: number, name?: Phase["name"]) =>
  withPhases(({ n, ...phase }) => {
    if (n === 1) return { dayEndExclusive: day, name: name ?? phase.name };
    return n === 2 ? { dayStart: day } : {};
  });

const another = { en: "Another stage", es: "Otra etapa" };
/** The third phase is another one, with other days. */
const withOtherThird = withPhases(({ n, ...phase }) => {
  if (n === 3) return { name: another, dayEndExclusive: 91 };
  return n === 4 ? { dayStart: 91 } : { name: phase.name };
});

const fewerSets = (lines: TemplateLine[]) =>
  lines.map((line) => (line.dosage.sets === null ? line : { ...line, dosage: { ...line.dosage, sets: 1 } }));

describe("a newer version of a template", () => {
  it("changes no assigned program; proposed, it is a draft of the product's own, and signed the program takes it", async () => {
    const { actor, templateId, programId, patientId, propose } = await aRunningProgram();
    const before = await loadProgram(actor, patientId);
    await publishNext(actor, templateId, { lines: fewerSets });
    expect(await loadProgram(actor, patientId)).toMatchObject({ templateVersion: 1, draft: null });
    expect(await propose()).toEqual([{ programId, outcome: "drafted" }]);
    const { draft, ...page } = await loadProgram(actor, patientId);
    expect(page).toMatchObject({ templateVersion: 2, runsByVersion: 1, signedLines: before.signedLines });
    expect(draft?.proposed).toMatchObject({ kind: "template", from: { number: 1 }, to: { number: 2 }, kept: [] });
    expect(draft?.lines.every(({ dosage: { sets } }) => sets === null || sets === 1)).toBe(true);
    expect(await signRevision(actor, { ...sign, programId, version: draft?.version ?? 0 })).toEqual({ number: 2 });
    expect(await loadProgram(actor, patientId)).toMatchObject({
      templateVersion: 2,
      runsByVersion: 2,
      currentPhase: 1,
    });
    expect(await propose()).toEqual([{ programId, outcome: "newest" }]);
    expect(await acts("template.propose", programId)).toBe(1);
  });

  it("leaves alone a draft that a person has open, takes the place of its own earlier proposal, and says where nothing changes", async () => {
    const { actor, templateId, programId, patientId, propose } = await aRunningProgram();
    await publishNext(actor, templateId);
    expect(await propose()).toEqual([{ programId, outcome: "same" }]);
    await publishNext(actor, templateId, { lines: fewerSets });
    await propose();
    const { version: first = 0 } = (await loadProgram(actor, patientId)).draft ?? {};
    await publishNext(actor, templateId, { lines: (lines) => lines.slice(1) });
    expect(await propose()).toEqual([{ programId, outcome: "drafted" }]);
    const version = first + 1;
    expect((await loadProgram(actor, patientId)).draft).toMatchObject({ version, proposed: { to: { number: 4 } } });
    await signRevision(actor, { ...sign, programId, version });
    await reopenDraft(actor, programId);
    await publishNext(actor, templateId, { lines: (lines) => lines.slice(1) });
    expect(await propose()).toEqual([{ programId, outcome: "open-draft" }]);
  });

  it("is read with what it changes in the phases; not to be signed once a restriction would end earlier", async () => {
    const { actor, surgeon, templateId, programId, patientId, propose } = await aRunningProgram();
    await publishNext(actor, templateId, { lines: fewerSets, facts: withSecondPhaseOn(10) });
    await propose();
    const switched = {
      ...{ templateId, from: 1, to: 2, lessStrictReason: "Asked for by our surgeons." },
      phases: [
        { n: 1, keys: ["dayEndExclusive"] },
        { n: 2, keys: ["dayStart", "entryCriteria"] },
      ],
    };
    const page = await loadSignPage(actor, patientId);
    expect(page).toMatchObject({ switched });
    expect(page.switched?.lessStrict.map(({ because }) => because.en)).toContain(
      "Phase 2 begins on day 10; in the protocol on day 14.",
    );
    const { items } = await loadProposals(actor, null);
    expect(items).toMatchObject([{ switched, refusal: null, isSignable: true }]);
    const beyond = cursorOf({ at: "2100-01-01T00:00:00Z", id: programId });
    expect(await loadProposals(actor, beyond)).toMatchObject({ items: [], total: 1 });
    const restrictions = [terms({ kind: "no-twisting", untilPhase: 2 })];
    await orderRestrictions(asActor(surgeon), { patientId, restrictions, password: testPassword });
    const reason = "restrictionEndsEarlier";
    expect((await loadProposals(actor, null)).items).toMatchObject([{ refusal: reason, isSignable: false }]);
    const drafts = items.map(({ version, follows }) => ({ programId, version, follows }));
    expect(await signSeveral(actor, { drafts, password: testPassword })).toMatchObject([
      { outcome: "refused", reason },
    ]);
    expect((await loadTemplatePage(actor, templateId)).mine).toMatchObject([{ draft: "proposed" }]);
    await publishNext(actor, templateId, { facts: withSecondPhaseOn(14) });
    expect((await loadTemplatePage(actor, templateId)).mine).toMatchObject([{ draft: "outdated" }]);
  });

  it("is refused where a restriction would end earlier, and where the patient's phase means another stage", async () => {
    const nothing = { region: null, kg: null, minutes: null, untilDate: null, untilClearance: null };
    const { actor, templateId, programId, propose } = await aRunningProgram([
      { ...nothing, kind: "no-twisting", untilPhase: 2 },
    ]);
    await publishNext(actor, templateId, { facts: withSecondPhaseOn(10) });
    expect(await propose()).toEqual([{ programId, outcome: "restrictionEndsEarlier" }]);
    await publishNext(actor, templateId, { facts: withSecondPhaseOn(10, another) });
    expect(await propose()).toEqual([{ programId, outcome: "phaseNotInVersion" }]);
  });

  it("is refused where what was done by hand would stand in another stage", async () => {
    const { actor, templateId, programId, patientId, propose } = await aRunningProgram();
    await reopenDraft(actor, programId);
    const { draft } = await loadProgram(actor, patientId);
    const { version = 0, lines: before = [] } = draft ?? {};
    const later = before.find(({ phase }) => phase === 3);
    const lines = before
      .filter(({ id }) => id !== later?.id)
      .map((line) => ({ ...line, overrideReason: line.overrideReason ?? "Agreed." }));
    await saveDraft(actor, { programId, version, startPhase: 1, lines });
    await signRevision(actor, { ...sign, programId, version: version + 1 });
    await publishNext(actor, templateId, { facts: withOtherThird });
    expect(await propose()).toEqual([{ programId, outcome: "handInOtherStage" }]);
  });

  it("is not for a program of another team, template or clinic, nor for another role", async () => {
    const { actor, clinic, templateId, programId } = await aRunningProgram();
    await publishNext(actor, templateId, { lines: fewerSets });
    const input = { templateId, programIds: [programId] };
    const gone = [{ programId, outcome: "gone" }];
    expect(await proposeVersion(asActor(await aTherapist(clinic)), input)).toEqual(gone);
    expect(await acts("template.propose", programId)).toBe(0);
    await expect(proposeVersion(asActor(await aTherapist(await aClinic())), input)).rejects.toThrow(NotFound);
    await expect(proposeVersion(asActor(await aSurgeon(clinic)), input)).rejects.toThrow(Denied);
  });
});
