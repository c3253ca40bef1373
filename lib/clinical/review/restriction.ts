import { dateInWords } from "../days";
import type { MovementTag, RestrictionKind, Text } from "../facts";
import type { Finding } from "../finding";
import type { Restriction } from "../prescription";
import { movementInWords, restrictionWords } from "../words";
import type { Case, JudgedLine } from "./case";
import { regionsMeet } from "./need";
import { amount, none, sourceOf, text, type LineRule } from "./report";

/** The tag that a restriction forbids outright. Driving concerns activities, never a line. */
const forbiddenTag: Readonly<Partial<Record<RestrictionKind, MovementTag>>> = {
  "no-bending": "FLEXION",
  "no-twisting": "ROTATION",
  "no-lifting": "LOADED_LIFTING",
  "no-impact": "IMPACT",
  "no-overhead": "OVERHEAD",
  "no-immersion": "WATER_IMMERSION",
  "no-extension": "EXTENSION",
  "no-side-bending": "LATERAL_FLEXION",
  brace: "WATER_IMMERSION",
};

/** A restriction in force meets the exercise; it beats every clearance until it ends. One finding for each restriction. */
export const restriction: LineRule = (line, program) => {
  if (program.restrictions.length === 0) return none;
  return program.restrictions.flatMap((active) => {
    const met = whatMeets(active, line);
    return met ? [finding(active, met, line, program)] : none;
  });
};

function whatMeets(active: Restriction, { exercise, dose }: JudgedLine): Text | null {
  const { loadKg, durationMin } = dose.joint;
  switch (active.kind) {
    case "lift-limit":
      if (loadKg != null) return loadKg > (active.kg ?? 0) ? kilograms(loadKg) : null;
      return exercise.tags.some(({ tag }) => tag === "LOADED_LIFTING")
        ? text("a lift without a named load", "un levantamiento sin carga indicada")
        : null;
    case "sit-limit": {
      const isSeated = exercise.position.includes("seated") || exercise.rampGroup === "cycling";
      const isOver = durationMin != null && durationMin > (active.minutes ?? 0);
      return isSeated && isOver ? minutes(durationMin) : null;
    }
    case "collar":
      return exercise.contraindicationCodes.some(({ condition }) => condition === "cervical-collar")
        ? text("an exercise not done in a collar", "un ejercicio que no se hace con collarín")
        : null;
    default: {
      const forbidden = forbiddenTag[active.kind];
      const met = exercise.tags.find(({ tag, region }) => tag === forbidden && regionsMeet(region, active.region));
      return met ? movementInWords(met) : null;
    }
  }
}

function finding(
  { kind, until, kg, minutes: limit }: Restriction,
  met: Text,
  line: JudgedLine,
  program: Case,
): Finding {
  const words = restrictionWords[kind];
  const size = kind === "lift-limit" ? kilograms(kg ?? 0) : kind === "sit-limit" ? minutes(limit ?? 0) : null;
  const end = until == null ? null : dateInWords(until, program.today);
  return {
    rule: "restriction",
    severity: "block",
    because: text(
      `Restriction "${words.en}${size ? ` ${size.en}` : ""}" meets ${met.en}. Opens ${end ? `after ${end.en}` : "when the surgeon ends it"}.`,
      `La restricción «${words.es}${size ? ` ${size.es}` : ""}» afecta a ${met.es}. Se abre ${end ? `después del ${end.es}` : "cuando el cirujano la termine"}.`,
    ),
    source: sourceOf(line.exercise),
  };
}

function kilograms(value: number): Text {
  return text(`${amount(value)} kg`, `${amount(value)} kg`);
}

function minutes(value: number): Text {
  return text(`${amount(value)} min`, `${amount(value)} min`);
}
