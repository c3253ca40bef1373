import { describe, expect, it } from "vitest";
import type { DosageInput } from "@/lib/clinical/dosage";
import type { Dosage } from "@/lib/clinical/facts";
import { dosage } from "../../support/clinical-answers";
import { aContent, anExercise } from "../../support/clinical-content";

const content = aContent([anExercise()]);
const mark = "background, unverified";

/** What is said of next week, after a quiet week in phase 1 unless said. */
function said(current: Dosage, input: Partial<DosageInput>) {
  const week = { worstTriage: "NORMAL_SORENESS", adherencePct: 100 } as const;
  const about = { exercise: "bridge", protocol: "fusion", phase: 1, phaseDefault: current, week };
  const { change, because, source } = dosage({ ...about, current, ...input }, content);
  return [change, because.en, because.es, source.join(" · ")];
}

const after = (worstTriage: DosageInput["week"]["worstTriage"], adherencePct: number | null = 100) => ({
  week: { worstTriage, adherencePct },
});
const usual = (phaseDefault: Dosage) => ({ phaseDefault });

type Row = [
  name: string,
  current: Dosage,
  input: Partial<DosageInput>,
  change: string,
  en: string,
  es: string,
  source: string,
];

describe("what a proposal says, and on which source", () => {
  it.each<Row>([
    [
      "timed work grows",
      { durationMin: 15 },
      {},
      "increase",
      "A quiet week: from 15 to 20 min; at most 30 in this phase.",
      "Una semana tranquila: de 15 a 20 min; como máximo 30 en esta fase.",
      "SEED2 · POULTER-LF · POULTER-CF",
    ],
    [
      "timed work grows later",
      { durationMin: 30.5 },
      { phase: 3 },
      "increase",
      "A quiet week: from 30.5 to 35.5 min; at most 45 in this phase.",
      "Una semana tranquila: de 30.5 a 35.5 min; como máximo 45 en esta fase.",
      "SEED2 · background, unverified",
    ],
    [
      "timed work at its cap",
      { durationMin: 30 },
      {},
      "keep",
      "A quiet week, and a session lasts at most 30 min in this phase: the dose stays.",
      "Una semana tranquila, y una sesión dura como máximo 30 min en esta fase: la dosis se mantiene.",
      "POULTER-LF · POULTER-CF",
    ],
    [
      "timed work at its later cap",
      { durationMin: 45 },
      { phase: 3 },
      "keep",
      "A quiet week, and a session lasts at most 45 min in this phase: the dose stays.",
      "Una semana tranquila, y una sesión dura como máximo 45 min en esta fase: la dosis se mantiene.",
      mark,
    ],
    [
      "repetitions grow",
      { reps: 6 },
      usual({ reps: 10 }),
      "increase",
      "A quiet week: from 6 to 8 repetitions.",
      "Una semana tranquila: de 6 a 8 repeticiones.",
      mark,
    ],
    [
      "repetitions grow by more than half",
      { reps: 1 },
      usual({ reps: 10 }),
      "increase",
      "A quiet week: from 1 to 3 repetitions. More than half over: signing asks for a reason.",
      "Una semana tranquila: de 1 a 3 repeticiones. Es más de la mitad: al firmar se pide el motivo.",
      mark,
    ],
    [
      "sets grow",
      { sets: 2, reps: 10 },
      usual({ sets: 3, reps: 10 }),
      "increase",
      "A quiet week: from 2 to 3 sets.",
      "Una semana tranquila: de 2 a 3 series.",
      mark,
    ],
    [
      "sets grow by more than half",
      { sets: 1, reps: 10 },
      usual({ sets: 3, reps: 10 }),
      "increase",
      "A quiet week: from 1 to 2 sets. More than half over: signing asks for a reason.",
      "Una semana tranquila: de 1 a 2 series. Es más de la mitad: al firmar se pide el motivo.",
      mark,
    ],
    [
      "the default is reached",
      { sets: 3, reps: 10 },
      {},
      "keep",
      "A quiet week, and the phase's default is reached: the dose stays.",
      "Una semana tranquila, y ya se alcanzó lo habitual de la fase: la dosis se mantiene.",
      mark,
    ],
    [
      "no check-in",
      { reps: 6 },
      after(null),
      "keep",
      "No check-in this week: the dose stays.",
      "Ningún registro esta semana: la dosis se mantiene.",
      "SEED2",
    ],
    [
      "the week stopped the work",
      { reps: 6 },
      after("HOLD_NOTIFY_PT"),
      "keep",
      "A check-in of the week stopped the work: the dose stays until a clinician decides.",
      "Un registro de la semana detuvo el trabajo: la dosis se mantiene hasta que decida un profesional.",
      "SEED2",
    ],
    [
      "too little adherence",
      { reps: 6 },
      after("NORMAL_SORENESS", 74.5),
      "keep",
      "Adherence this week: 74.5 %; work grows from 75 %. The dose stays.",
      "Cumplimiento esta semana: 74.5 %; el trabajo aumenta desde 75 %. La dosis se mantiene.",
      mark,
    ],
    [
      "adherence not known",
      { reps: 6 },
      after("NORMAL_SORENESS", null),
      "keep",
      "Adherence this week: not known; work grows from 75 %. The dose stays.",
      "Cumplimiento esta semana: no se conoce; el trabajo aumenta desde 75 %. La dosis se mantiene.",
      mark,
    ],
    [
      "minutes are cut",
      { durationMin: 20 },
      after("REDUCE_DOSE"),
      "reduce",
      "Pain stayed up this week: from 20 to 15 min, a cut of 25 % rounded down.",
      "El dolor siguió alto esta semana: de 20 a 15 min, una reducción del 25 % redondeada hacia abajo.",
      mark,
    ],
    [
      "sets are cut",
      { sets: 4, reps: 10 },
      after("REDUCE_DOSE"),
      "reduce",
      "Pain stayed up this week: from 4 to 3 sets, a cut of 25 % rounded down.",
      "El dolor siguió alto esta semana: de 4 a 3 series, una reducción del 25 % redondeada hacia abajo.",
      mark,
    ],
    [
      "repetitions are cut",
      { sets: 1, reps: 10 },
      after("REDUCE_DOSE"),
      "reduce",
      "Pain stayed up this week: from 10 to 7 repetitions, a cut of 25 % rounded down.",
      "El dolor siguió alto esta semana: de 10 a 7 repeticiones, una reducción del 25 % redondeada hacia abajo.",
      mark,
    ],
    [
      "nothing smaller",
      { durationMin: 5 },
      after("REDUCE_DOSE"),
      "keep",
      "Pain stayed up this week, and the dose is already the smallest. Leave the exercise out, or choose an easier one.",
      "El dolor siguió alto esta semana, y la dosis ya es la más pequeña. Deje el ejercicio o elija uno más fácil.",
      mark,
    ],
    [
      "an unknown exercise",
      { reps: 6 },
      { exercise: "nope" },
      "keep",
      '"nope" is not in the content: the dose stays.',
      "«nope» no está en el contenido: la dosis se mantiene.",
      mark,
    ],
    [
      "an unknown protocol",
      { reps: 6 },
      { protocol: "none" },
      "keep",
      '"none" is not in the content: the dose stays.',
      "«none» no está en el contenido: la dosis se mantiene.",
      mark,
    ],
  ])("%s", (_, current, input, ...words) => {
    expect(said(current, input)).toEqual(words);
  });
});
