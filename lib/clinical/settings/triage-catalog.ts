import type { Text } from "../facts";
import type { TriageLevel } from "../triage-content";
import { units, type Bounds } from "./entry";
import type { Described } from "./rule-catalog";

const pain = { en: "Pain scores", es: "Puntajes de dolor" };
const length = { en: "How long pain stays raised", es: "Cuánto dura el dolor elevado" };
const fever = { en: "Fever", es: "Fiebre" };
const days = { en: "Days after the procedure", es: "Días tras el procedimiento" };

const points = (min: number, max: number) => ({ unit: units.points, min, max, step: 1 });

/** Words and bounds of the numbers of triage; values and what stands behind them are in the content's `parameters`. */
export const triageCatalog: Readonly<Record<string, Described>> = {
  nprsRise: {
    ...{ section: pain, ...points(1, 5) },
    label: { en: "Rise that counts", es: "Aumento que cuenta" },
    meaning: {
      en: "Pain during or after exercise that is this much over the pain before it has risen.",
      es: "Un dolor durante o tras el ejercicio que supera en esto al de antes ha subido.",
    },
  },
  bigRise: {
    ...{ section: pain, ...points(1, 6) },
    label: { en: "Big rise", es: "Aumento grande" },
    meaning: {
      en: "Strong pain after exercise that rose by this much goes to the surgeon the same day.",
      es: "Un dolor fuerte tras el ejercicio que subió esto va al cirujano el mismo día.",
    },
  },
  veryBigRise: {
    ...{ section: pain, ...points(2, 8) },
    label: { en: "Very big rise", es: "Aumento muy grande" },
    meaning: { en: "A rise of this much holds the program.", es: "Un aumento así pausa el programa." },
  },
  nprsAmber: {
    ...{ section: pain, ...points(1, 8) },
    label: { en: "Moderate pain from", es: "Dolor moderado desde" },
    meaning: {
      en: "Pain that rose to here reduces the dose; sharp pain of this strength holds the program.",
      es: "Un dolor que subió hasta aquí reduce la dosis; uno punzante de esta fuerza pausa el programa.",
    },
  },
  nprsRed: {
    ...{ section: pain, ...points(2, 9) },
    label: { en: "Strong pain from", es: "Dolor fuerte desde" },
    meaning: {
      en: "During exercise it reduces the dose; after it and with a rise it holds the program.",
      es: "Durante el ejercicio reduce la dosis; después y con un aumento pausa el programa.",
    },
  },
  nprsHigh: {
    ...{ section: pain, ...points(2, 10) },
    label: { en: "High pain from", es: "Dolor alto desde" },
    meaning: { en: "From here the program is held.", es: "Desde aquí se pausa el programa." },
  },
  nprsSevere: {
    ...{ section: pain, ...points(3, 10) },
    label: { en: "Severe pain from", es: "Dolor severo desde" },
    meaning: {
      en: "From here the surgeon is told the same day.",
      es: "Desde aquí se avisa al cirujano el mismo día.",
    },
  },
  fewHours: {
    ...{ section: length, unit: units.hours, min: 1, max: 24, step: 1 },
    label: { en: "A few hours", es: "Unas horas" },
    meaning: { en: "Pain raised longer reduces the dose.", es: "Un dolor elevado por más tiempo reduce la dosis." },
  },
  longFlareHours: {
    ...{ section: length, unit: units.hours, min: 4, max: 72, step: 1 },
    label: { en: "Long", es: "Largo" },
    meaning: {
      en: "Pain that rose and stays raised this long holds the program.",
      es: "Un dolor que subió y sigue elevado este tiempo pausa el programa.",
    },
  },
  veryLongFlareHours: {
    ...{ section: length, unit: units.hours, min: 8, max: 168, step: 1 },
    label: { en: "Very long", es: "Muy largo" },
    meaning: {
      en: "Even a rise of 1 that lasts this long holds the program.",
      es: "Incluso un aumento de 1 que dura este tiempo pausa el programa.",
    },
  },
  feverC: {
    // Somebody without a thermometer who feels feverish is counted as 38.0: above it that answer would fall silent.
    ...{ section: fever, unit: units.celsius, min: 37.5, max: 38, step: 0.1 },
    label: { en: "Fever from", es: "Fiebre desde" },
    meaning: {
      en: "From here a temperature counts as fever in every rule.",
      es: "Desde aquí la temperatura cuenta como fiebre en todas las reglas.",
    },
  },
  highFeverC: {
    ...{ section: fever, unit: units.celsius, min: 38, max: 41, step: 0.1 },
    label: { en: "High fever from", es: "Fiebre alta desde" },
    meaning: {
      en: "With chills it is judged as a serious infection.",
      es: "Con escalofríos se juzga como infección grave.",
    },
  },
  airwayDays: {
    ...{ section: days, unit: units.days, min: 1, max: 14, step: 1 },
    label: { en: "Swelling of the neck", es: "Hinchazón del cuello" },
    meaning: {
      en: "For the words that clinicians read: until then worse swallowing is called back sooner.",
      es: "Para el texto que leen los clínicos: hasta entonces se llama antes si empeora al tragar.",
    },
  },
  pdphDays: {
    ...{ section: days, unit: units.days, min: 1, max: 60, step: 1 },
    label: { en: "Headache after the dura was pierced", es: "Dolor de cabeza tras punción de la duramadre" },
    meaning: {
      en: "For the words that clinicians read; no rule depends on it.",
      es: "Para el texto que leen los clínicos; ninguna regla depende de él.",
    },
  },
  earlyDeficitDays: {
    ...{ section: days, unit: units.days, min: 1, max: 90, step: 1 },
    label: { en: "Early loss of strength or feeling", es: "Pérdida temprana de fuerza o sensibilidad" },
    meaning: {
      en: "Until then new weakness with moving pain or numbness is an emergency.",
      es: "Hasta entonces una debilidad nueva con dolor que baja o adormecimiento es una emergencia.",
    },
  },
  earlyPostOpDays: {
    ...{ section: days, unit: units.days, min: 14, max: 365, step: 1 },
    label: { en: "Early after surgery", es: "Temprano tras la cirugía" },
    meaning: {
      en: "Until then breathlessness in exercise is judged as a possible clot.",
      es: "Hasta entonces la falta de aire en el ejercicio se juzga como posible coágulo.",
    },
  },
  fallWatchDays: {
    ...{ section: days, unit: units.days, min: 30, max: 730, step: 1 },
    label: { en: "Watch after a fall", es: "Vigilancia tras una caída" },
    meaning: {
      en: "Until then the surgeon hears of every fall after surgery the same day.",
      es: "Hasta entonces el cirujano se entera de toda caída tras la cirugía el mismo día.",
    },
  },
};

/** The longest time until someone must have acted, by level. What is urgent cannot be set to be slow. */
export const replyBounds: Readonly<Record<TriageLevel, Bounds>> = {
  EMERGENCY: { min: 0, max: 30, step: 1 },
  SAME_DAY_SURGEON: { min: 15, max: 1440, step: 5 },
  HOLD_NOTIFY_PT: { min: 60, max: 4320, step: 5 },
  REDUCE_DOSE: { min: 60, max: 10_080, step: 5 },
  NORMAL_SORENESS: { min: 60, max: 10_080, step: 5 },
};

export const replyWords: { section: Text; meaning: Text } = {
  section: { en: "Time to reply", es: "Tiempo de respuesta" },
  meaning: {
    en: "Until when someone must have acted on a check-in of this level.",
    es: "Hasta cuándo alguien debe haber actuado ante un reporte de este nivel.",
  },
};
