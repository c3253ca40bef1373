import { describe, expect, it } from "vitest";
import { aLine } from "../../support/clinical-content";
import { alsoPathway, said, type Said } from "../../support/clinical-said";

const quiet = { weekWithoutTriageAboveNormal: true };

describe("what a finding about the person and the dose says, and on which source", () => {
  it.each<Said>([
    [
      "contraindication",
      "that blocks",
      {
        facts: { contraindicationCodes: [{ condition: "vertigo", severity: "block" }] },
        input: { conditions: ["vertigo"] },
      },
      "Not with vertigo. Opens when the condition is resolved.",
      "No indicado con vértigo. Se abre cuando la condición esté resuelta.",
      "SEED1 · background, unverified",
    ],
    [
      "contraindication",
      "that asks for a reason",
      {
        facts: { contraindicationCodes: [{ condition: "vertigo", severity: "override" }] },
        input: { conditions: ["vertigo"] },
      },
      "Not with vertigo. Write the reason, or choose another exercise.",
      "No indicado con vértigo. Escriba el motivo o elija otro ejercicio.",
      "SEED1 · background, unverified",
    ],
    [
      "dose-above-default",
      "a little",
      {
        facts: { defaultDosage: { sets: 2, reps: 10, durationMin: 10, holdSec: 5 } },
        input: { lines: [aLine({ sets: 3, reps: 10, durationMin: 12, holdSec: 6 })] },
      },
      "Above the default of phase 4: 30 repetitions a day instead of 20, 12 min a day instead of 10 and 6 s hold instead of 5. A reason is needed above 2 times the default.",
      "Por encima de lo habitual en la fase 4: 30 repeticiones al día en lugar de 20, 12 min al día en lugar de 10 y 6 s de mantenimiento en lugar de 5. Se necesita un motivo por encima de 2 veces lo habitual.",
      "background, unverified",
    ],
    [
      "dose-above-default",
      "one of them over twice",
      {
        facts: { defaultDosage: { sets: 2, reps: 10, holdSec: 5 } },
        input: { lines: [aLine({ sets: 3, reps: 10, holdSec: 11 })] },
      },
      "Above the default of phase 4: 30 repetitions a day instead of 20 and 11 s hold instead of 5. Lower the dose, or write the reason.",
      "Por encima de lo habitual en la fase 4: 30 repeticiones al día en lugar de 20 y 11 s de mantenimiento en lugar de 5. Baje la dosis o escriba el motivo.",
      "background, unverified",
    ],
    [
      "dose-above-default",
      "in another protocol",
      {
        facts: { defaultDosage: { reps: 10 } },
        phase: { lines: [{ exercise: "bridge", dosage: { reps: 20 }, requiresClearance: false, availableFromDay: 0 }] },
        input: { ...alsoPathway, lines: [aLine({ reps: 21 })] },
      },
      "Above the default of phase 4: 21 repetitions a day instead of 20. A reason is needed above 2 times the default.",
      "Por encima de lo habitual en la fase 4: 21 repeticiones al día en lugar de 20. Se necesita un motivo por encima de 2 veces lo habitual.",
      "background, unverified",
    ],
    [
      "ramp",
      "a long start",
      { facts: { defaultDosage: {} }, input: { ...quiet, lines: [aLine({ durationMin: 16.5 })] } },
      "Starts at 16.5 min, over 15. Lower it, or write the reason.",
      "Empieza con 16.5 min, más de 15. Bájelo o escriba el motivo.",
      "SEED2",
    ],
    [
      "ramp",
      "repetitions and hold",
      {
        facts: { defaultDosage: {} },
        input: {
          ...quiet,
          previous: [aLine({ sets: 2, reps: 10, holdSec: 5 })],
          lines: [aLine({ sets: 4, reps: 10, holdSec: 10 })],
        },
      },
      "Repetitions a day grow from 20 to 40 and hold seconds grow from 5 to 10. Lower it, or write the reason.",
      "Repeticiones al día: aumento de 20 a 40 y segundos de mantenimiento: aumento de 5 a 10. Bájelo o escriba el motivo.",
      "background, unverified",
    ],
    [
      "ramp",
      "every key that grows without a quiet week",
      {
        facts: { defaultDosage: {} },
        input: {
          previous: [aLine({ sets: 10, reps: 10, holdSec: 10, durationMin: 10, perWeek: 3, loadKg: 1, rpeMax: 2 })],
          lines: [
            aLine({
              sets: 11,
              reps: 11,
              holdSec: 11,
              durationMin: 11,
              perDay: 1.1,
              perWeek: 4,
              loadKg: 1.1,
              rpeMax: 3,
            }),
          ],
        },
      },
      "More sets, repetitions, hold, minutes, times a day, days a week, load and effort without a week of normal soreness before it. Lower it, or write the reason.",
      "Más series, repeticiones, mantenimiento, minutos, veces al día, días por semana, carga y esfuerzo sin una semana previa de molestia normal. Bájelo o escriba el motivo.",
      "SEED2",
    ],
    [
      "on-hold",
      "something new",
      { input: { hold: true } },
      "A hold is open and the line is new. Opens when the hold is lifted.",
      "Hay una pausa abierta y la línea es nueva. Se abre cuando se levante la pausa.",
      "background, unverified",
    ],
    [
      "on-hold",
      "something larger",
      { input: { hold: true, previous: [aLine({ reps: 9 })], lines: [aLine({ reps: 10 })] } },
      "A hold is open and the line is larger than before. Opens when the hold is lifted.",
      "Hay una pausa abierta y la línea es mayor que antes. Se abre cuando se levante la pausa.",
      "background, unverified",
    ],
    [
      "duplicate",
      "the second line",
      { input: { lines: [aLine({}), aLine({})] } },
      "The exercise is already in this phase; the doses are judged together. Merge the lines, or keep both.",
      "El ejercicio ya está en esta fase; las dosis se evalúan juntas. Una las líneas o conserve ambas.",
      "background, unverified",
    ],
    [
      "session-length",
      "five",
      { input: { lines: [1, 2, 3, 4, 5].map((n) => aLine({}, `e${n}`)) } },
      "5 exercises in one day of phase 4; adherence falls above 4. Spread them over the week, or remove some.",
      "5 ejercicios en un día de la fase 4; el cumplimiento baja con más de 4. Repártalos en la semana o quite algunos.",
      "background, unverified",
    ],
    [
      "session-length",
      "five on a weekend",
      { input: { lines: [1, 2, 3, 4, 5].map((n) => aLine({ perWeek: 2, weekdays: [6, 7] }, `e${n}`)) } },
      "5 exercises on Saturday and Sunday of phase 4; adherence falls above 4. Spread them over the week, or remove some.",
      "5 ejercicios los sábados y domingos de la fase 4; el cumplimiento baja con más de 4. Repártalos en la semana o quite algunos.",
      "background, unverified",
    ],
    [
      "unknown-exercise",
      "the exercise",
      { input: { lines: [aLine({}, "nope")] } },
      '"nope" is not in the content. Opens when the content has it.',
      "«nope» no está en el contenido. Se abre cuando el contenido lo tenga.",
      "background, unverified",
    ],
    [
      "unknown-exercise",
      "its protocols",
      { facts: { earliest: {} }, input: alsoPathway },
      '"bridge: fusion, bridge: pathway" is not in the content. Opens when the content has it.',
      "«bridge: fusion, bridge: pathway» no está en el contenido. Se abre cuando el contenido lo tenga.",
      "background, unverified",
    ],
  ])("%s: %s", (rule, _, asked, en, es, source) => {
    expect(said(rule, asked)).toEqual([[en, es, source]]);
  });
});
