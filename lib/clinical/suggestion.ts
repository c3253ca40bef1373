import { daysBetween, type Day } from "./days";
import type { ProcedureType, ProtocolFacts, Text, TreatmentRegion } from "./facts";

/** What is known of a treatment when a template is chosen. */
export type Treatment = {
  procedureType: ProcedureType;
  region: TreatmentRegion;
  technique: string;
};

/** From when the days of a template would count. */
export type TreatmentDates = { today: Day; procedureDate: Day; pathwayStart: Day | null };

/** Of a template, what the choice depends on; `id` is the protocol as which the rules know it. */
export type Candidate = Pick<ProtocolFacts, "id" | "title" | "procedureType" | "region" | "anchor"> & {
  templateId: string;
  /** The clinic's own; else shipped. */
  isOwn: boolean;
  techniques: readonly Text[];
  phases: readonly { n: number; dayStart: number }[];
};

/** `begins`: in which phase it would begin today; null of one that does not fit, and while the day of the procedure is not known. */
export type Suggestion = { templateId: string; fits: boolean; because: Text; begins: Text | null };

const procedureWords: Record<ProcedureType, Text> = {
  fusion: { en: "a fusion", es: "una fusión" },
  hardware: { en: "hardware without fusion", es: "instrumentación sin fusión" },
  lumbar: { en: "a lumbar decompression", es: "una descompresión lumbar" },
  injection: { en: "an injection", es: "una infiltración" },
};
const regionWords: Record<TreatmentRegion, Text> = {
  CERVICAL: { en: "neck", es: "cuello" },
  THORACOLUMBAR: { en: "mid and low back", es: "espalda media y baja" },
  LUMBAR: { en: "low back", es: "espalda baja" },
};

/**
 * Every candidate with whether it fits the treatment and why, the best fit first: a template that names the technique goes before one that only
 * shares procedure and region, and one that is made for any procedure, a pathway, after both; of the same rank the clinic's own goes first.
 * @param dates null while they are not known
 */
export function suggestTemplates(
  treatment: Treatment,
  candidates: readonly Candidate[],
  dates: TreatmentDates | null,
): Suggestion[] {
  return candidates
    .map((candidate) => {
      const { fits, because } = judged(treatment, candidate);
      const begins = fits && dates ? beginning(candidate, dates) : null;
      return { candidate, suggestion: { templateId: candidate.templateId, fits, because, begins } };
    })
    .sort((a, b) => rank(treatment, b) - rank(treatment, a))
    .map(({ suggestion }) => suggestion);
}

function rank(
  treatment: Treatment,
  { candidate, suggestion }: { candidate: Candidate; suggestion: Suggestion },
): number {
  const { isOwn, procedureType } = candidate;
  const tells = [suggestion.fits, namesTechnique(treatment, candidate), procedureType !== "any", isOwn];
  return tells.reduce((sum, isSo) => sum * 2 + Number(isSo), 0);
}

/** In which phase a program by this template would begin today, or when it begins. */
function beginning({ anchor, phases }: Candidate, { today, procedureDate, pathwayStart }: TreatmentDates): Text {
  const isPathway = anchor === "PATHWAY_START";
  const day = daysBetween(isPathway ? (pathwayStart ?? today) : procedureDate, today);
  if (day < 0) {
    const ahead = {
      en: `in ${-day} ${day === -1 ? "day" : "days"}`,
      es: `dentro de ${-day} ${day === -1 ? "día" : "días"}`,
    };
    return isPathway
      ? { en: `The pathway begins ${ahead.en}, in phase 1.`, es: `La vía clínica empieza ${ahead.es}, en la fase 1.` }
      : {
          en: `The procedure is ${ahead.en}; it begins in phase 1.`,
          es: `El procedimiento es ${ahead.es}; empieza en la fase 1.`,
        };
  }
  const phase = phases.findLast(({ dayStart }) => dayStart <= day)?.n ?? 1;
  const counted = isPathway
    ? { en: `day ${day} of the pathway`, es: `el día ${day} de la vía clínica` }
    : { en: `day ${day}`, es: `el día ${day}` };
  return {
    en: `Today is ${counted.en}: it begins in phase ${phase}.`,
    es: `Hoy es ${counted.es}: empieza en la fase ${phase}.`,
  };
}

function judged(treatment: Treatment, candidate: Candidate): { fits: boolean; because: Text } {
  const served = servedToo(treatment, candidate);
  if (served) return { fits: true, because: served };
  if (candidate.procedureType !== "any" && candidate.procedureType !== treatment.procedureType) {
    const [made, done] = [procedureWords[candidate.procedureType], procedureWords[treatment.procedureType]];
    return {
      fits: false,
      because: { en: `Made for ${made.en}; this is ${done.en}.`, es: `Es para ${made.es}; este caso es ${done.es}.` },
    };
  }
  if (candidate.region !== treatment.region) {
    const [made, done] = [regionWords[candidate.region], regionWords[treatment.region]];
    return {
      fits: false,
      because: {
        en: `Made for the ${made.en}; this is the ${done.en}.`,
        es: `Es para ${made.es}; este caso es ${done.es}.`,
      },
    };
  }
  const done = procedureWords[treatment.procedureType];
  const region = regionWords[treatment.region];
  const named = treatment.technique.trim();
  const technique = namesTechnique(treatment, candidate)
    ? { en: `, and it names ${named}`, es: `, y nombra ${named}` }
    : { en: "", es: "" };
  return {
    fits: true,
    because: {
      en: `Made for ${done.en} of the ${region.en}${technique.en}.`,
      es: `Es para ${done.es} de ${region.es}${technique.es}.`,
    },
  };
}

/** Treatments of the neck that the clinical reference gives to a protocol of another region or procedure; the reason, or null. */
function servedToo({ procedureType, region }: Treatment, candidate: Candidate): Text | null {
  if (region !== "CERVICAL") return null;
  if (procedureType === "injection" && candidate.procedureType === "injection") {
    return {
      en: "Made for an injection; it protects the neck too.",
      es: "Es para una infiltración; también protege el cuello.",
    };
  }
  if (procedureType === "hardware" && candidate.procedureType === "fusion" && candidate.region === region) {
    return {
      en: "Hardware in the neck keeps to the limits of a neck fusion.",
      es: "La instrumentación del cuello sigue los límites de una fusión de cuello.",
    };
  }
  return null;
}

function namesTechnique(treatment: Treatment, candidate: Candidate): boolean {
  const named = treatment.technique.trim().toLowerCase();
  return candidate.techniques.some(({ en, es }) => en.toLowerCase() === named || es.toLowerCase() === named);
}
