import { describe, expect, it } from "vitest";
import type { ExerciseFacts } from "@/lib/clinical/facts";
import { aLine, avoided, fromDay, individual, tag, withClearance } from "../../support/clinical-content";
import { alsoPathway, said, type Said } from "../../support/clinical-said";

const granted = { key: "LUMBAR_ROTATION", status: "granted" } as const;
const rotating: Partial<ExerciseFacts> = { tags: [tag("ROTATION")], clearanceKey: "LUMBAR_ROTATION" };
const noRotation = { blockedTags: [tag("ROTATION")] };

describe("what a finding about time, clearances and limits says, and on which source", () => {
  it.each<Said>([
    [
      "avoid",
      "own",
      { facts: { earliest: { fusion: avoided } } },
      "To be avoided after: Title of fusion. No clearance opens it; choose another exercise.",
      "Debe evitarse después de: Título de fusion. Ninguna autorización lo abre; elija otro ejercicio.",
      "SEED1",
    ],
    [
      "avoid",
      "without a source of the exercise",
      { facts: { earliest: { fusion: avoided }, sources: [] } },
      "To be avoided after: Title of fusion. No clearance opens it; choose another exercise.",
      "Debe evitarse después de: Título de fusion. Ninguna autorización lo abre; elija otro ejercicio.",
      "background, unverified",
    ],
    [
      "individual-decision",
      "granted",
      { facts: { ...rotating, earliest: { fusion: individual } }, input: { clearances: [granted] } },
      "No typical day exists after: Title of fusion. A clearance is in force; write why this person does it.",
      "No hay un día típico después de: Título de fusion. Hay una autorización vigente; escriba por qué esta persona lo hace.",
      "background, unverified",
    ],
    [
      "individual-decision",
      "with a source",
      {
        facts: { ...rotating, earliest: { fusion: { ...individual, basis: "sourced" } } },
        input: { clearances: [granted] },
      },
      "No typical day exists after: Title of fusion. A clearance is in force; write why this person does it.",
      "No hay un día típico después de: Título de fusion. Hay una autorización vigente; escriba por qué esta persona lo hace.",
      "SEED1",
    ],
    [
      "phase-ahead",
      "own protocol",
      { facts: { earliest: { fusion: fromDay(84, 4) } }, input: { phase: 3 } },
      "Belongs to phase 4; this is phase 3. Advance the phase, or write the reason.",
      "Corresponde a la fase 4; esta es la fase 3. Avance la fase o escriba el motivo.",
      "SEED1",
    ],
    [
      "phase-ahead",
      "another protocol",
      { facts: { earliest: { fusion: fromDay(0), pathway: fromDay(84, 2) } }, input: alsoPathway },
      "Belongs to phase 2 of Title of pathway; this is phase 1. Advance the phase, or write the reason.",
      "Corresponde a la fase 2 de Título de pathway; esta es la fase 1. Avance la fase o escriba el motivo.",
      "SEED1",
    ],
    [
      "clearance-missing",
      "by the exercise",
      { facts: { ...rotating, earliest: { fusion: withClearance(0) } } },
      "Opens with a clearance in force for: lumbar rotation. None is in force today.",
      "Se abre con una autorización vigente para: rotación lumbar. Hoy no hay ninguna vigente.",
      "SEED1",
    ],
    [
      "clearance-missing",
      "closed to its own key",
      { facts: { tags: [tag("ROTATION")] }, phase: noRotation },
      "Phase 4 blocks rotation. A start supervised by the PT does not open it; choose another exercise or wait for a later phase.",
      "La fase 4 bloquea rotación. Un inicio supervisado por el fisioterapeuta no lo abre; elija otro ejercicio o espere una fase posterior.",
      "SEED2",
    ],
    [
      "clearance-missing",
      "blocked by another protocol",
      { facts: rotating, phase: noRotation, input: { protocol: "pathway", phase: 1 } },
      "Phase 1 blocks rotation. Opens with a clearance in force for: lumbar rotation. None is in force today.",
      "La fase 1 bloquea rotación. Se abre con una autorización vigente para: rotación lumbar. Hoy no hay ninguna vigente.",
      "SEED3",
    ],
    [
      "clearance-limit",
      "minutes",
      {
        facts: { ...rotating, earliest: { fusion: withClearance(0) } },
        input: {
          clearances: [{ ...granted, limits: { maxMinutes: 10, maxKg: 2.5 } }],
          lines: [aLine({ durationMin: 12, loadKg: 3.25 })],
        },
      },
      "The clearance in force allows 10 min; the line has 12 min and 2.5 kg; the line has 3.25 kg. Opens within the limit, or with a wider clearance.",
      "La autorización vigente permite 10 min; la línea tiene 12 min y 2.5 kg; la línea tiene 3.25 kg. Se abre dentro del límite o con una autorización más amplia.",
      "SEED1",
    ],
    [
      "clearance-limit",
      "no named load",
      {
        facts: {
          tags: [tag("LOADED_LIFTING")],
          clearanceKey: "LUMBAR_ROTATION",
          earliest: { fusion: withClearance(0) },
        },
        input: { clearances: [{ ...granted, limits: { maxKg: 5 } }] },
      },
      "The clearance in force allows 5 kg; the line names no load. Opens within the limit, or with a wider clearance.",
      "La autorización vigente permite 5 kg; la línea no indica la carga. Se abre dentro del límite o con una autorización más amplia.",
      "SEED1",
    ],
    [
      "over-limit",
      "own",
      { phase: { limits: { liftKg: 5, sitMaxMin: null } }, input: { lines: [aLine({ loadKg: 6.5 })] } },
      "6.5 kg is over the limit of phase 4, 5 kg. Opens at or under it, or with a new lift limit of 6.5 kg in force.",
      "6.5 kg supera el límite de la fase 4, 5 kg. Se abre hasta ese peso o con un nuevo límite vigente de 6.5 kg.",
      "SEED2",
    ],
    [
      "over-limit",
      "another protocol, without sources of its phase",
      {
        phase: { limits: { liftKg: 5, sitMaxMin: null } },
        input: { phase: 3, alsoProtocols: ["pathway"], lines: [aLine({ loadKg: 6.5 })] },
      },
      "6.5 kg is over the limit of phase 1 of Title of pathway, 5 kg. Opens at or under it, or with a new lift limit of 6.5 kg in force.",
      "6.5 kg supera el límite de la fase 1 de Título de pathway, 5 kg. Se abre hasta ese peso o con un nuevo límite vigente de 6.5 kg.",
      "SEED3",
    ],
    [
      "restriction",
      "without an end",
      { facts: rotating, input: { restrictions: [{ kind: "no-twisting" }] } },
      'Restriction "no twisting" meets rotation. Opens when the surgeon ends it.',
      "La restricción «no girar» afecta a rotación. Se abre cuando el cirujano la termine.",
      "SEED1",
    ],
    [
      "restriction",
      "with an end and a size",
      {
        input: { restrictions: [{ kind: "lift-limit", kg: 4.5, until: "2026-05-01" }], lines: [aLine({ loadKg: 5 })] },
      },
      'Restriction "lift limit 4.5 kg" meets 5 kg. Opens after May 1.',
      "La restricción «límite de carga 4.5 kg» afecta a 5 kg. Se abre después del 1 may.",
      "SEED1",
    ],
    [
      "restriction",
      "a lift without a load, and no size",
      { facts: { tags: [tag("LOADED_LIFTING")] }, input: { restrictions: [{ kind: "lift-limit" }] } },
      'Restriction "lift limit 0 kg" meets a lift without a named load. Opens when the surgeon ends it.',
      "La restricción «límite de carga 0 kg» afecta a un levantamiento sin carga indicada. Se abre cuando el cirujano la termine.",
      "SEED1",
    ],
    [
      "restriction",
      "sitting, and no size",
      {
        facts: { position: "seated" },
        input: { restrictions: [{ kind: "sit-limit" }], lines: [aLine({ durationMin: 12 })] },
      },
      'Restriction "sitting limit 0 min" meets 12 min. Opens when the surgeon ends it.',
      "La restricción «límite de tiempo sentado 0 min» afecta a 12 min. Se abre cuando el cirujano la termine.",
      "SEED1",
    ],
    [
      "restriction",
      "a collar",
      {
        facts: {
          contraindicationCodes: [{ condition: "cervical-collar", severity: "override" }],
          basis: "background, unverified",
        },
        input: { restrictions: [{ kind: "collar" }] },
      },
      'Restriction "collar" meets an exercise not done in a collar. Opens when the surgeon ends it.',
      "La restricción «collarín» afecta a un ejercicio que no se hace con collarín. Se abre cuando el cirujano la termine.",
      "background, unverified",
    ],
  ])("%s: %s", (rule, _, asked, en, es, source) => {
    expect(said(rule, asked)).toEqual([[en, es, source]]);
  });
});
