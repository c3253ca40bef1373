import type { ProcedureType, ProtocolFacts, Text, TreatmentRegion } from "./facts";

/** What is known of a treatment when a protocol is chosen. */
export type Treatment = {
  procedureType: ProcedureType;
  region: TreatmentRegion;
  technique: string;
};

/** Of a protocol, what the choice depends on. */
export type Candidate = Pick<ProtocolFacts, "id" | "title" | "procedureType" | "region"> & {
  techniques: readonly Text[];
};

export type Suggestion = { protocol: string; fits: boolean; because: Text };

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
 * Every candidate with whether it fits the treatment and why, the best fit first: a protocol that names the technique goes before one that only
 * shares procedure and region, and one that is made for any procedure, a pathway, after both.
 */
export function suggestProtocols(treatment: Treatment, candidates: readonly Candidate[]): Suggestion[] {
  return candidates
    .map((candidate) => ({
      suggestion: judged(treatment, candidate),
      isNamed: namesTechnique(treatment, candidate),
      isForAny: candidate.procedureType === "any",
    }))
    .sort(
      (a, b) =>
        Number(b.suggestion.fits) - Number(a.suggestion.fits) ||
        Number(b.isNamed) - Number(a.isNamed) ||
        Number(a.isForAny) - Number(b.isForAny),
    )
    .map(({ suggestion }) => suggestion);
}

function judged(treatment: Treatment, candidate: Candidate): Suggestion {
  const protocol = candidate.id;
  const served = servedToo(treatment, candidate);
  if (served) return { protocol, fits: true, because: served };
  if (candidate.procedureType !== "any" && candidate.procedureType !== treatment.procedureType) {
    const [made, done] = [procedureWords[candidate.procedureType], procedureWords[treatment.procedureType]];
    return {
      protocol,
      fits: false,
      because: { en: `Made for ${made.en}; this is ${done.en}.`, es: `Es para ${made.es}; este caso es ${done.es}.` },
    };
  }
  if (candidate.region !== treatment.region) {
    const [made, done] = [regionWords[candidate.region], regionWords[treatment.region]];
    return {
      protocol,
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
    protocol,
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
