import { fusionEvidenceLevels, type FusionEvidence } from "../entry-criteria";
import type { Text } from "../facts";
import { unverified } from "../finding";
import { dateInWords } from "../days";
import { phaseSourceOf, text } from "../review/report";
import { judged } from "./criterion";
import type { CriterionRule } from "./entry";

/** The criteria that somebody saw or confirmed: the wound, the imaging, the content's texts, a hold. */

const yesOrNo = (value: boolean): Text => (value ? text("yes", "sí") : text("no", "no"));

/** A closed wound does not go stale; a later report of the wound takes its place. */
export const woundClosed: CriterionRule = (entry) => {
  if (!entry.phase.entryCriteria.woundClosed) return [];
  return [
    judged<boolean>(
      {
        ...{ id: "woundClosed", needed: true, maxAge: null, source: phaseSourceOf(entry) },
        label: text("Wound closed", "Herida cerrada"),
        need: yesOrNo(true),
        isMet: (isClosed) => isClosed,
        shown: yesOrNo,
      },
      entry.evidence.woundClosed,
      entry.today,
    ),
  ];
};

const fusionWords: Readonly<Record<FusionEvidence, Text>> = {
  NONE_REQUIRED: text("none seen", "no se observa"),
  PROGRESSING: text("progressing", "en progreso"),
  SOLID: text("solid", "sólida"),
};

/** Solid bone also meets what asks for progress. A phase that requires none does not ask. */
export const fusionEvidence: CriterionRule = (entry) => {
  const needed = entry.phase.entryCriteria.fusionEvidence;
  if (needed === "NONE_REQUIRED") return [];
  return [
    judged<FusionEvidence>(
      {
        ...{ id: "fusionEvidence", needed, source: phaseSourceOf(entry) },
        label: text("Fusion on imaging", "Fusión en la imagen"),
        need: fusionWords[needed],
        isMet: (seen) => fusionEvidenceLevels.indexOf(seen) >= fusionEvidenceLevels.indexOf(needed),
        shown: (seen) => fusionWords[seen],
        maxAge: entry.settings.evidenceMaxAgeFusionDays,
      },
      entry.evidence.fusionEvidence,
      entry.today,
    ),
  ];
};

/** Each text of the content is met only by a clinician's dated confirmation. */
export const other: CriterionRule = (entry) =>
  entry.phase.entryCriteria.other.map(({ en, es }, index) =>
    judged<boolean>(
      {
        ...{ id: `other:${index + 1}`, needed: true, source: phaseSourceOf(entry) },
        label: text(capital(en), capital(es)),
        need: text("a clinician's confirmation", "la confirmación de un profesional"),
        isMet: (isConfirmed) => isConfirmed,
        shown: (isConfirmed) => (isConfirmed ? text("confirmed", "confirmado") : text("not so", "no se cumple")),
        maxAge: entry.settings.evidenceMaxAgeOtherDays,
      },
      entry.evidence.other?.[String(index + 1)],
      entry.today,
    ),
  );

/** While a hold is open no phase begins, however long ago it was placed. */
export const hold: CriterionRule = ({ evidence, today }) => {
  const isOpen = evidence.hold?.value ?? false;
  const on = evidence.hold?.on ?? null;
  const date = on === null ? text("", "") : dateInWords(on, today);
  return [
    {
      ...{ id: "hold", state: isOpen ? "unmet" : "met", needed: false, has: isOpen, on, source: [unverified] },
      because: isOpen
        ? text(
            `A hold is open (${date.en}). Opens when the hold is lifted.`,
            `Hay una pausa abierta (${date.es}). Se abre cuando se levante la pausa.`,
          )
        : text("No hold is open.", "No hay ninguna pausa abierta."),
    },
  ];
};

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
