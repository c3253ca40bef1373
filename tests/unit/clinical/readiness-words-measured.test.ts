import { describe, expect, it } from "vitest";
import { type ask, criterionSaid, daysAgo, entryContent } from "../../support/clinical-readiness";

const seen = <T>(value: T, days = 0) => ({ value, on: daysAgo(days) });
const sitToStand = { measure: "5XSTS", op: "<=", value: 15, unit: "s" } as const;
const atBaseline = { measure: "6MWT", op: ">=", value: "baseline", unit: "m" } as const;

type Row = [
  name: string,
  id: string,
  given: Parameters<typeof ask>,
  state: string,
  en: string,
  es: string,
  source: string,
];

describe("what a criterion of a number says, its state and its source", () => {
  it.each<Row>([
    [
      "no days without a warning sign asked",
      "redFlagFreeDays",
      [entryContent()],
      "met",
      "Days without a warning sign: this phase asks for none.",
      "Días sin señal de alarma: esta fase no los pide.",
      "background, unverified",
    ],
    [
      "days without a warning sign",
      "redFlagFreeDays",
      [entryContent({ redFlagFreeDays: 7 }), { redFlagFreeDays: seen(6) }],
      "unmet",
      "Days without a warning sign: 6 (Jul 24). Needed: at least 7.",
      "Días sin señal de alarma: 6 (24 jul). Se necesita: al menos 7.",
      "background, unverified",
    ],
    [
      "mean pain",
      "nprsAvg7dMax",
      [entryContent({ nprsAvg7dMax: 4 }), { nprsAvg7d: seen(4.25) }],
      "unmet",
      "Mean pain of 7 days: 4.25/10 (Jul 24). Needed: at most 4/10.",
      "Dolor medio de 7 días: 4.25/10 (24 jul). Se necesita: como máximo 4/10.",
      "background, unverified",
    ],
    [
      "pain in activity",
      "nprsActivityMax",
      [entryContent({ nprsActivityMax: 5 }), { nprsActivity: seen(3) }],
      "met",
      "Pain in activity: 3/10 (Jul 24). Needed: at most 5/10.",
      "Dolor en la actividad: 3/10 (24 jul). Se necesita: como máximo 5/10.",
      "background, unverified",
    ],
    [
      "walking",
      "walkContinuousMin",
      [entryContent({ walkContinuousMin: 20 }), { walkContinuousMin: seen(25, 14) }],
      "met",
      "Walking without a break: 25 min (Jul 10). Needed: at least 20 min.",
      "Caminata sin pausa: 25 min (10 jul). Se necesita: al menos 20 min.",
      "background, unverified",
    ],
    [
      "walking long ago",
      "walkContinuousMin",
      [entryContent({ walkContinuousMin: 20 }), { walkContinuousMin: seen(25, 15) }],
      "unknown",
      "Walking without a break: 25 min (Jul 9), over 14 days ago: too old to count. Needed: at least 20 min.",
      "Caminata sin pausa: 25 min (9 jul), hace más de 14 días: ya no cuenta. Se necesita: al menos 20 min.",
      "background, unverified",
    ],
    [
      "sitting",
      "sitToleranceMin",
      [entryContent({ sitToleranceMin: 30 }), { sitToleranceMin: seen(20) }],
      "unmet",
      "Sitting: 20 min (Jul 24). Needed: at least 30 min.",
      "Tiempo sentado: 20 min (24 jul). Se necesita: al menos 30 min.",
      "background, unverified",
    ],
    [
      "adherence",
      "adherencePct",
      [entryContent({ adherencePct: 75 }), { adherencePct: seen(80) }],
      "met",
      "Adherence: 80 % (Jul 24). Needed: at least 75 %.",
      "Cumplimiento: 80 % (24 jul). Se necesita: al menos 75 %.",
      "background, unverified",
    ],
    [
      "a function test",
      "functional:5XSTS",
      [entryContent({ functional: [sitToStand] }), { functional: { "5XSTS": seen(15.2) } }],
      "unmet",
      "Five times sit to stand: 15.2 s (Jul 24). Needed: at most 15 s.",
      "Levantarse de la silla 5 veces: 15.2 s (24 jul). Se necesita: como máximo 15 s.",
      "background, unverified",
    ],
    [
      "a baseline that is recorded",
      "functional:6MWT",
      [entryContent({ functional: [atBaseline] }), { functional: { "6MWT": { ...seen(300), norm: 320 } } }],
      "unmet",
      "Six-minute walk: 300 m (Jul 24). Needed: at least the person's own baseline (320 m).",
      "Caminata de 6 minutos: 300 m (24 jul). Se necesita: al menos el valor inicial de la persona (320 m).",
      "background, unverified",
    ],
    [
      "a baseline that is not",
      "functional:6MWT",
      [entryContent({ functional: [atBaseline] }), { functional: { "6MWT": seen(300) } }],
      "unknown",
      "Six-minute walk: 300 m (Jul 24). Needed: at least the person's own baseline. That value is not recorded beside the result.",
      "Caminata de 6 minutos: 300 m (24 jul). Se necesita: al menos el valor inicial de la persona. Ese valor no está anotado junto al resultado.",
      "background, unverified",
    ],
    [
      "a baseline and no result",
      "functional:6MWT",
      [entryContent({ functional: [atBaseline] })],
      "unknown",
      "Six-minute walk: nothing known. Needed: at least the person's own baseline.",
      "Caminata de 6 minutos: sin datos. Se necesita: al menos el valor inicial de la persona.",
      "background, unverified",
    ],
    [
      "a norm too old to count",
      "functional:6MWT",
      [
        entryContent({ functional: [{ ...atBaseline, value: "age/sex norm" }] }),
        { functional: { "6MWT": { ...seen(300, 29), norm: 320 } } },
      ],
      "unknown",
      "Six-minute walk: 300 m (Jun 25), over 28 days ago: too old to count. Needed: at least the norm for age and sex (320 m).",
      "Caminata de 6 minutos: 300 m (25 jun), hace más de 28 días: ya no cuenta. Se necesita: al menos el valor normal para edad y sexo (320 m).",
      "background, unverified",
    ],
  ])("%s", (_, id, given, ...words) => {
    expect(criterionSaid(id, ...given)).toEqual(words);
  });
});
