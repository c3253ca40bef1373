import type { Text } from "../facts";
import { defaultSettings, type SettingName } from "../settings";
import { units, type Bounds } from "./entry";

export const settingNames = Object.keys(defaultSettings).filter((name): name is SettingName => name in defaultSettings);

export type Described = Bounds & { section: Text; label: Text; meaning: Text; unit: Text };

const dose = { en: "Starting and growing", es: "Comienzo y aumento" };
const session = { en: "Session", es: "Sesión" };
const trend = { en: "Pain over time", es: "Dolor en el tiempo" };
const evidence = { en: "Age of evidence", es: "Antigüedad de los datos" };
const proposal = { en: "Dosage proposal", es: "Propuesta de dosis" };
const review = { en: "Daily reviews", es: "Revisiones diarias" };

/** Words and bounds of the numbers of the rules; the values and what stands behind them are `defaultSettings`. */
export const ruleCatalog: Readonly<Record<SettingName, Described>> = {
  rampStartMinutes: {
    ...{ section: dose, unit: units.minutes, min: 5, max: 30, step: 1 },
    label: { en: "Longest start of timed work", es: "Comienzo más largo del trabajo por tiempo" },
    meaning: {
      en: "Timed work that starts longer needs a written reason.",
      es: "Un trabajo por tiempo que empieza más largo pide una razón escrita.",
    },
  },
  rampGrowthMinutes: {
    ...{ section: dose, unit: units.minutes, min: 1, max: 20, step: 1 },
    label: { en: "Most growth of timed work at once", es: "Mayor aumento del trabajo por tiempo de una vez" },
    meaning: {
      en: "A larger step over what the patient does now needs a written reason.",
      es: "Un paso mayor sobre lo que el paciente hace hoy pide una razón escrita.",
    },
  },
  rampGrowthFactor: {
    ...{ section: dose, unit: units.times, min: 1, max: 2, step: 0.05 },
    label: { en: "Most growth of repetitions or hold at once", es: "Mayor aumento de repeticiones o pausa de una vez" },
    meaning: {
      en: "Sets × repetitions × times per day, or the hold, may grow to this many times the present dose.",
      es: "Series × repeticiones × veces al día, o la pausa, pueden llegar a estas veces la dosis actual.",
    },
  },
  rampLoadFactor: {
    ...{ section: dose, unit: units.times, min: 1, max: 2, step: 0.05 },
    label: { en: "Most growth of load at once", es: "Mayor aumento de carga de una vez" },
    meaning: {
      en: "A load over this many times the present one, and over the kilograms below, needs a written reason.",
      es: "Una carga mayor que estas veces la actual, y que los kilogramos de abajo, pide una razón escrita.",
    },
  },
  rampLoadKg: {
    ...{ section: dose, unit: units.kilograms, min: 0, max: 5, step: 0.1 },
    label: { en: "Growth of load that is never too fast", es: "Aumento de carga que nunca es demasiado" },
    meaning: {
      en: "A step of load up to this weight needs no reason.",
      es: "Un paso de carga hasta este peso no pide razón.",
    },
  },
  doseOverrideFactor: {
    ...{ section: dose, unit: units.times, min: 1, max: 3, step: 0.1 },
    label: { en: "Dose over the default", es: "Dosis sobre lo habitual" },
    meaning: {
      en: "A dose over this many times the phase's default needs a written reason.",
      es: "Una dosis mayor que estas veces la habitual de la fase pide una razón escrita.",
    },
  },
  sessionExercises: {
    ...{ section: session, unit: units.exercises, min: 1, max: 12, step: 1 },
    label: { en: "Exercises on one day", es: "Ejercicios en un día" },
    meaning: {
      en: "With more than this, adherence falls and the builder says so.",
      es: "Con más que estos baja el cumplimiento, y el editor lo dice.",
    },
  },
  trendRisePoints: {
    ...{ section: trend, unit: units.points, min: 1, max: 4, step: 0.5 },
    label: { en: "Rise of mean pain", es: "Aumento del dolor medio" },
    meaning: {
      en: "Mean pain that rises by this much counts as worse.",
      es: "Un dolor medio que sube esto cuenta como peor.",
    },
  },
  trendWindowDays: {
    ...{ section: trend, unit: units.days, min: 3, max: 14, step: 1 },
    label: { en: "Days of a mean", es: "Días de un promedio" },
    meaning: {
      en: "Mean pain is taken over this many days and compared with as many before them.",
      es: "El dolor medio se toma de estos días y se compara con otros tantos anteriores.",
    },
  },
  trendCheckIns: {
    ...{ section: trend, unit: units.checkIns, min: 1, max: 14, step: 1 },
    label: { en: "Fewest check-ins of a mean", es: "Mínimo de reportes de un promedio" },
    meaning: {
      en: "With fewer in the window no mean is taken.",
      es: "Con menos en ese período no se toma el promedio.",
    },
  },
  evidenceMaxAgeDays: {
    ...{ section: evidence, unit: units.days, min: 1, max: 90, step: 1 },
    label: { en: "Pain, walking, sitting, adherence", es: "Dolor, caminata, tiempo sentado, cumplimiento" },
    meaning: {
      en: "Older evidence is unknown, and unknown does not open a phase.",
      es: "Un dato más antiguo vale como desconocido, y lo desconocido no abre una fase.",
    },
  },
  evidenceMaxAgeFunctionalDays: {
    ...{ section: evidence, unit: units.days, min: 1, max: 180, step: 1 },
    label: { en: "Function tests", es: "Pruebas de función" },
    meaning: { en: "An older test has to be repeated.", es: "Una prueba más antigua debe repetirse." },
  },
  evidenceMaxAgeFusionDays: {
    ...{ section: evidence, unit: units.days, min: 1, max: 365, step: 1 },
    label: { en: "Imaging of the fusion", es: "Imagen de la fusión" },
    meaning: { en: "An older image is unknown.", es: "Una imagen más antigua vale como desconocida." },
  },
  evidenceMaxAgeOtherDays: {
    ...{ section: evidence, unit: units.days, min: 1, max: 180, step: 1 },
    label: { en: "What a clinician confirmed", es: "Lo que un clínico confirmó" },
    meaning: {
      en: "An older confirmation has to be given again.",
      es: "Una confirmación más antigua debe darse de nuevo.",
    },
  },
  growthAdherencePct: {
    ...{ section: proposal, unit: units.percent, min: 50, max: 100, step: 1 },
    label: { en: "Adherence from which work grows", es: "Cumplimiento desde el que se aumenta" },
    meaning: { en: "Below it the dose is kept.", es: "Por debajo se mantiene la dosis." },
  },
  growthMinutes: {
    ...{ section: proposal, unit: units.minutes, min: 1, max: 10, step: 1 },
    label: { en: "Weekly growth of timed work", es: "Aumento semanal del trabajo por tiempo" },
    meaning: { en: "What a quiet week adds.", es: "Lo que agrega una semana tranquila." },
  },
  growthReps: {
    ...{ section: proposal, unit: units.repetitions, min: 1, max: 10, step: 1 },
    label: { en: "Weekly growth of repetitions", es: "Aumento semanal de repeticiones" },
    meaning: {
      en: "What a quiet week adds, up to the default.",
      es: "Lo que agrega una semana tranquila, hasta lo habitual.",
    },
  },
  capMinutesEarly: {
    ...{ section: proposal, unit: units.minutes, min: 10, max: 60, step: 1 },
    label: { en: "Longest timed work in phases 1 and 2", es: "Trabajo por tiempo más largo en las fases 1 y 2" },
    meaning: { en: "Growth stops here.", es: "El aumento se detiene aquí." },
  },
  capMinutesLater: {
    ...{ section: proposal, unit: units.minutes, min: 10, max: 120, step: 1 },
    label: { en: "Longest timed work from phase 3 on", es: "Trabajo por tiempo más largo desde la fase 3" },
    meaning: { en: "Growth stops here.", es: "El aumento se detiene aquí." },
  },
  reducePct: {
    ...{ section: proposal, unit: units.percent, min: 25, max: 50, step: 1 },
    label: { en: 'Cut after a "reduce" result', es: "Recorte tras un resultado «reducir»" },
    meaning: {
      en: "By how much the proposed dose is smaller.",
      es: "En cuánto es menor la dosis propuesta.",
    },
  },
  reduceFloorMinutes: {
    ...{ section: proposal, unit: units.minutes, min: 1, max: 15, step: 1 },
    label: { en: "Shortest timed work after a cut", es: "Trabajo por tiempo más corto tras un recorte" },
    meaning: { en: "A cut never goes below it.", es: "Un recorte nunca baja de aquí." },
  },
  holdRestartDays: {
    ...{ section: review, unit: units.days, min: 1, max: 90, step: 1 },
    label: { en: "Hold after which the phase is chosen again", es: "Pausa tras la cual se elige de nuevo la fase" },
    meaning: {
      en: "After a hold this long the phase follows from its criteria, not from where the program stood.",
      es: "Tras una pausa así de larga la fase sale de sus criterios, no de donde estaba el programa.",
    },
  },
  missedSessions: {
    ...{ section: review, unit: units.sessions, min: 1, max: 14, step: 1 },
    label: { en: "Sessions without a check-in", es: "Sesiones sin reporte" },
    meaning: {
      en: "After this many the therapist is asked to look.",
      es: "Tras estas se pide al fisioterapeuta que mire.",
    },
  },
  fbssTherapistWeek: {
    ...{ section: review, unit: units.weeks, min: 2, max: 26, step: 1 },
    label: { en: "Persistent pain: the therapist's review", es: "Dolor persistente: revisión del fisioterapeuta" },
    meaning: {
      en: "Week of the pathway from which no improvement is looked at by the therapist.",
      es: "Semana de la ruta desde la que el fisioterapeuta mira si no hay mejoría.",
    },
  },
  fbssSurgeonWeek: {
    ...{ section: review, unit: units.weeks, min: 4, max: 52, step: 1 },
    label: { en: "Persistent pain: the surgeon's review", es: "Dolor persistente: revisión del cirujano" },
    meaning: {
      en: "Week of the pathway from which no improvement is looked at by the surgeon.",
      es: "Semana de la ruta desde la que el cirujano mira si no hay mejoría.",
    },
  },
  benefitPoints: {
    ...{ section: review, unit: units.points, min: 1, max: 5, step: 0.5 },
    label: { en: "Benefit in points", es: "Beneficio en puntos" },
    meaning: {
      en: "Pain that falls by this much counts as a benefit.",
      es: "Un dolor que baja esto cuenta como beneficio.",
    },
  },
  benefitPct: {
    ...{ section: review, unit: units.percent, min: 10, max: 100, step: 1 },
    label: { en: "Benefit in percent", es: "Beneficio en porcentaje" },
    meaning: {
      en: "Or pain that falls by this share of its first value.",
      es: "O un dolor que baja esta parte de su primer valor.",
    },
  },
  injectionReviewDay: {
    ...{ section: review, unit: units.days, min: 7, max: 42, step: 1 },
    label: { en: "Review of an injection", es: "Revisión de una infiltración" },
    meaning: {
      en: "Day after the injection on which its benefit is judged.",
      es: "Día tras la infiltración en que se juzga su beneficio.",
    },
  },
};
