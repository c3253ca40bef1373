import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { Denied, NotFound } from "@/lib/errors";
import { admitPatient } from "@/lib/records/patients/admit-patient";
import { loadProgram } from "@/lib/records/programs/load-program";
import { reopenDraft } from "@/lib/records/programs/reopen-draft";
import { signRevision } from "@/lib/records/programs/sign-revision";
import { editTemplate } from "@/lib/records/templates/edit-template";
import { loadTemplateDraft } from "@/lib/records/templates/load-template-draft";
import { proposeVersion } from "@/lib/records/templates/propose-version";
import { publishTemplate } from "@/lib/records/templates/publish-template";
import { saveTemplateDraft } from "@/lib/records/templates/save-template-draft";
import { saveTemplatePhases } from "@/lib/records/templates/save-template-phases";
import type { AdmitPatientInput } from "@/lib/schemas/patient";
import type { TemplateFacts, TemplateLine } from "@/lib/schemas/template";
import { aClinic, asActor, aSurgeon, aTherapist, testPassword } from "@/tests/support/factories";
import { admissionOf } from "../programs/given";
import { acts, aTemplateDraft, publish, published } from "./given";

const sign = { askFor: [], question: "", password: testPassword };

/** A patient whose signed program runs by version 1 of the clinic's own template, of which `publishNext` makes version 2. */
async function aRunningProgram(restrictions: AdmitPatientInput["episode"]["restrictions"] = []) {
  const given = await aTemplateDraft();
  const { actor, templateId } = given;
  await publish(actor, templateId);
  const admission = admissionOf(given.clinic, (await aSurgeon(given.clinic)).id, 3);
  const { patientId } = await admitPatient(actor, {
    ...admission,
    episode: { ...admission.episode, templateId, restrictions },
  });
  const { programId } = await loadProgram(actor, patientId);
  await signRevision(actor, { ...sign, programId, version: 1 });
  return {
    ...given,
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

const withSecondPhaseOn =
  (day: number) =>
  (facts: TemplateFacts): TemplateFacts => ({
    ...facts,
    phases: facts.phases.map((phase) => {
      if (phase.n === 1) return { ...phase, dayEndExclusive: day };
      if (phase.n !== 2) return phase;
      return { ...phase, dayStart: day, entryCriteria: { ...phase.entryCriteria, minDay: day } };
    }),
  });

/** The first phase in two, so that every later one has another number. */
function withFirstDays(facts: TemplateFacts): TemplateFacts {
  const [first, ...others] = facts.phases;
  if (!first) return facts;
  const days = { ...first, name: { en: "First days", es: "Primeros días" }, dayEndExclusive: 3 };
  const rest = { ...first, n: 2, dayStart: 3, entryCriteria: { ...first.entryCriteria, minDay: 3 } };
  return { ...facts, phases: [days, rest, ...others.map((phase) => ({ ...phase, n: phase.n + 1 }))] };
}

function withLinesOfFirstDays(lines: TemplateLine[]): TemplateLine[] {
  const copies = lines
    .filter(({ exercise }) => exercise === "walk-short")
    .slice(0, 1)
    .map((line) => ({ ...line, id: crypto.randomUUID() }));
  return [...copies, ...lines.map((line) => ({ ...line, phase: line.phase + 1 }))];
}

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
    expect(await signRevision(actor, { ...sign, programId, version: 1 })).toEqual({ number: 2 });
    expect(await loadProgram(actor, patientId)).toMatchObject({
      templateVersion: 2,
      runsByVersion: 2,
      currentPhase: 1,
    });
    expect(await propose()).toEqual([{ programId, outcome: "same" }]);
    expect(await acts("template.propose", programId)).toBe(1);
  });

  it("leaves alone a draft that a person has open, takes the place of its own earlier proposal, and says where nothing changes", async () => {
    const { actor, templateId, programId, patientId, propose } = await aRunningProgram();
    await publishNext(actor, templateId);
    expect(await propose()).toEqual([{ programId, outcome: "same" }]);
    await publishNext(actor, templateId, { lines: fewerSets });
    await propose();
    await publishNext(actor, templateId, { lines: (lines) => lines.slice(1) });
    expect(await propose()).toEqual([{ programId, outcome: "drafted" }]);
    expect((await loadProgram(actor, patientId)).draft).toMatchObject({ version: 2, proposed: { to: { number: 4 } } });
    await signRevision(actor, { ...sign, programId, version: 2 });
    await reopenDraft(actor, programId);
    await publishNext(actor, templateId, { lines: (lines) => lines.slice(1) });
    expect(await propose()).toEqual([{ programId, outcome: "open-draft" }]);
  });

  it("is refused where a restriction would end earlier, and where the patient's phase means another stage", async () => {
    const nothing = { region: null, kg: null, minutes: null, untilDate: null, untilClearance: null };
    const { actor, templateId, programId, propose } = await aRunningProgram([
      { ...nothing, kind: "no-twisting", untilPhase: 2 },
    ]);
    await publishNext(actor, templateId, { facts: withSecondPhaseOn(10) });
    expect(await propose()).toEqual([{ programId, outcome: "restrictionEndsEarlier" }]);
    await publishNext(actor, templateId, { facts: withFirstDays, lines: withLinesOfFirstDays });
    expect(await propose()).toEqual([{ programId, outcome: "phaseNotInVersion" }]);
  });

  it("is not for a program of another team, template or clinic, nor for another role", async () => {
    const { actor, clinic, templateId, programId } = await aRunningProgram();
    await publishNext(actor, templateId, { lines: fewerSets });
    const input = { templateId, programIds: [programId] };
    await expect(proposeVersion(asActor(await aTherapist(clinic)), input)).rejects.toThrow(NotFound);
    await expect(proposeVersion(asActor(await aTherapist(await aClinic())), input)).rejects.toThrow(NotFound);
    await expect(proposeVersion(asActor(await aSurgeon(clinic)), input)).rejects.toThrow(Denied);
  });
});
