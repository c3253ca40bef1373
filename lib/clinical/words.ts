import type { ClearanceKey, Condition, MovementTag, Region, RestrictionKind, Text } from "./facts";

/** The field's words for the ids, as they stand inside a finding's sentence. */

const text = (en: string, es: string): Text => ({ en, es });

const tagWords: Readonly<Record<MovementTag, Text>> = {
  AXIAL_LOAD: text("axial load", "carga axial"),
  BREATH_HOLD_RISK: text("breath holding", "retención de la respiración"),
  EXTENSION: text("extension", "extensión"),
  FALL_RISK: text("fall risk", "riesgo de caída"),
  FLEXION: text("flexion", "flexión"),
  IMPACT: text("impact", "impacto"),
  LATERAL_FLEXION: text("side bending", "inclinación lateral"),
  LOADED_LIFTING: text("loaded lifting", "levantamiento con carga"),
  NEURAL_TENSION: text("nerve tension", "tensión neural"),
  NEUTRAL_SPINE: text("neutral spine", "columna neutra"),
  OVERHEAD: text("overhead work", "trabajo por encima de la cabeza"),
  PRONE_ON_ELBOWS: text("prone on elbows", "apoyo sobre codos boca abajo"),
  ROTATION: text("rotation", "rotación"),
  UNSUPPORTED_TRUNK: text("unsupported trunk", "tronco sin apoyo"),
  WATER_IMMERSION: text("immersion in water", "inmersión en agua"),
};

export const regionWords: Readonly<Record<Region, Text>> = {
  CERVICAL: text("cervical", "cervical"),
  THORACIC: text("thoracic", "torácica"),
  LUMBAR: text("lumbar", "lumbar"),
};

export const clearanceWords: Readonly<Record<ClearanceKey, Text>> = {
  PROGRAM_START: text("program start", "inicio del programa"),
  PHASE_DYNAMIC_STABILISATION: text("dynamic stabilization phase", "fase de estabilización dinámica"),
  PHASE_RETURN_TO_ACTIVITY: text("return-to-activity phase", "fase de regreso a la actividad"),
  AEROBIC_MACHINES: text("aerobic machines", "máquinas aeróbicas"),
  SWIM_POOL: text("pool", "piscina"),
  LIFT_LIMIT_UPDATE: text("new lift limit", "nuevo límite de carga"),
  LUMBAR_ROM: text("lumbar range of motion", "rango de movimiento lumbar"),
  LUMBAR_ROTATION: text("lumbar rotation", "rotación lumbar"),
  CERVICAL_ROM: text("cervical range of motion", "rango de movimiento cervical"),
  CERVICAL_ROTATION_ROM: text("cervical rotation", "rotación cervical"),
  OVERHEAD: text("overhead work", "trabajo por encima de la cabeza"),
  YOGA_PILATES: text("yoga or Pilates", "yoga o Pilates"),
  RUNNING: text("running", "carrera"),
  SPORT_SPECIFIC: text("sport", "deporte"),
  FBSS_EXERCISE: text("exercise after failed back surgery", "ejercicio tras cirugía fallida de espalda"),
  PT_SUPERVISED_START: text("start supervised by the PT", "inicio supervisado por el fisioterapeuta"),
};

export const conditionWords: Readonly<Record<Condition, Text>> = {
  osteoporosis: text("osteoporosis", "osteoporosis"),
  "balance-impaired": text("impaired balance", "equilibrio alterado"),
  vertigo: text("vertigo", "vértigo"),
  "leg-weakness": text("leg weakness", "debilidad de la pierna"),
  "wound-open": text("open wound", "herida abierta"),
  "active-infection": text("active infection", "infección activa"),
  incontinence: text("incontinence", "incontinencia"),
  "suspected-dvt": text("suspected deep vein thrombosis", "sospecha de trombosis venosa profunda"),
  "cervical-collar": text("cervical collar", "collarín cervical"),
  myelopathy: text("myelopathy", "mielopatía"),
  dysphagia: text("dysphagia", "disfagia"),
  "spinal-stenosis": text("spinal stenosis", "estenosis espinal"),
  "flexion-sensitive": text("flexion-sensitive pain", "dolor sensible a la flexión"),
  "extension-sensitive": text("extension-sensitive pain", "dolor sensible a la extensión"),
  "nerve-irritable": text("irritable nerve", "nervio irritable"),
  "uncontrolled-hypertension": text("uncontrolled hypertension", "hipertensión no controlada"),
  "cardiorespiratory-limit": text("cardiorespiratory limit", "límite cardiorrespiratorio"),
  "dural-repair": text("recent dural repair", "reparación dural reciente"),
  "anterior-abdominal-approach": text("abdominal incision not released", "incisión abdominal no liberada"),
  "cannot-lie-prone": text("unable to lie prone", "incapacidad de estar boca abajo"),
  "shoulder-problem": text("shoulder problem", "problema de hombro"),
  "knee-problem": text("knee problem", "problema de rodilla"),
};

export const restrictionWords: Readonly<Record<RestrictionKind, Text>> = {
  "no-bending": text("no bending", "no doblarse"),
  "no-twisting": text("no twisting", "no girar"),
  "no-lifting": text("no lifting", "no levantar peso"),
  "lift-limit": text("lift limit", "límite de carga"),
  "no-impact": text("no impact", "sin impacto"),
  "no-overhead": text("no overhead work", "nada por encima de la cabeza"),
  "no-immersion": text("no immersion", "sin inmersión"),
  "no-extension": text("no extension", "sin extensión"),
  "no-side-bending": text("no side bending", "sin inclinación lateral"),
  brace: text("brace", "corsé"),
  collar: text("collar", "collarín"),
  "sit-limit": text("sitting limit", "límite de tiempo sentado"),
  driving: text("driving", "manejo"),
};

const weekdayWords: readonly Text[] = [
  text("Monday", "lunes"),
  text("Tuesday", "martes"),
  text("Wednesday", "miércoles"),
  text("Thursday", "jueves"),
  text("Friday", "viernes"),
  text("Saturday", "sábados"),
  text("Sunday", "domingos"),
];

/** The days on which something happens every week, 1 (Monday) to 7: "Monday, Wednesday and Friday", "lunes, miércoles y sábados". */
export function weekdaysInWords(weekdays: readonly number[]): Text {
  return listInWords(weekdayWords.filter((_, index) => weekdays.includes(index + 1)));
}

/** "rotation (lumbar)". */
export function movementInWords({ tag, region }: { tag: MovementTag; region: Region | null }): Text {
  const words = tagWords[tag];
  if (region === null) return words;
  return { en: `${words.en} (${regionWords[region].en})`, es: `${words.es} (${regionWords[region].es})` };
}

/** "a", "a and b", "a, b and c". */
export function listInWords(words: readonly Text[]): Text {
  return {
    en: list(
      words.map(({ en }) => en),
      "and",
    ),
    es: list(
      words.map(({ es }) => es),
      "y",
    ),
  };
}

function list(words: readonly string[], and: string): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${and} ${words.slice(-1).join("")}`;
}
