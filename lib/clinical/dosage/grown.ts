import { isMoreThan } from "../dose";
import type { Dosage } from "../facts";
import { unverified } from "../finding";
import { amount, text } from "../review/report";
import { sourcesOf, type ClinicalSettings } from "../settings";
import { kept, type DosageProposal } from "./proposal";

/** One step up: minutes of timed work up to the cap, else repetitions up to the phase's default, then a set. */
export function grown(
  current: Dosage,
  phaseDefault: Dosage,
  phase: number,
  settings: ClinicalSettings,
): DosageProposal {
  return current.durationMin != null
    ? longer(current, current.durationMin, phase, settings)
    : (moreRepetitions(current, phaseDefault, settings) ??
        oneMoreSet(current, phaseDefault, settings) ??
        kept(
          current,
          text(
            "A quiet week, and the phase's default is reached: the dose stays.",
            "Una semana tranquila, y ya se alcanzó lo habitual de la fase: la dosis se mantiene.",
          ),
          [unverified],
        ));
}

/** Never over the cap, and never further at once than review lets it pass; what a therapist set above the cap stays. */
function longer(current: Dosage, minutes: number, phase: number, settings: ClinicalSettings): DosageProposal {
  const { growthMinutes, rampGrowthMinutes, capMinutesEarly, capMinutesLater } = settings;
  const cap = phase <= 2 ? capMinutesEarly : capMinutesLater;
  const most = amount(cap.value);
  if (minutes >= cap.value) {
    return kept(
      current,
      text(
        `A quiet week, and a session lasts at most ${most} min in this phase: the dose stays.`,
        `Una semana tranquila, y una sesión dura como máximo ${most} min en esta fase: la dosis se mantiene.`,
      ),
      sourcesOf(cap),
    );
  }
  const durationMin = Math.min(minutes + Math.min(growthMinutes.value, rampGrowthMinutes.value), cap.value);
  return {
    proposal: { ...current, durationMin },
    change: "increase",
    because: text(
      `A quiet week: from ${amount(minutes)} to ${amount(durationMin)} min; at most ${most} in this phase.`,
      `Una semana tranquila: de ${amount(minutes)} a ${amount(durationMin)} min; como máximo ${most} en esta fase.`,
    ),
    source: sourcesOf(growthMinutes, cap),
  };
}

function moreRepetitions(current: Dosage, { reps: most }: Dosage, settings: ClinicalSettings): DosageProposal | null {
  const { growthReps } = settings;
  const { reps } = current;
  if (reps == null || most == null || reps >= most) return null;
  const more = Math.min(reps + growthReps.value, most);
  return {
    proposal: { ...current, reps: more },
    change: "increase",
    because: text(
      `A quiet week: from ${reps} to ${more} repetitions.${reasonIfSteep(reps, more, settings).en}`,
      `Una semana tranquila: de ${reps} a ${more} repeticiones.${reasonIfSteep(reps, more, settings).es}`,
    ),
    source: sourcesOf(growthReps),
  };
}

/** Only where repetitions have no step left; when they are over the default, review says what the whole comes to. */
function oneMoreSet(current: Dosage, phaseDefault: Dosage, settings: ClinicalSettings): DosageProposal | null {
  const { sets } = current;
  const { sets: most } = phaseDefault;
  if (sets == null || most == null || sets >= most) return null;
  return {
    proposal: { ...current, sets: sets + 1 },
    change: "increase",
    because: text(
      `A quiet week: from ${sets} to ${sets + 1} sets.${reasonIfSteep(sets, sets + 1, settings).en}`,
      `Una semana tranquila: de ${sets} a ${sets + 1} series.${reasonIfSteep(sets, sets + 1, settings).es}`,
    ),
    source: [unverified],
  };
}

/** A small number grows by much: the step may be more than review lets pass without a reason. */
function reasonIfSteep(before: number, after: number, { rampGrowthFactor }: ClinicalSettings) {
  return isMoreThan(after, rampGrowthFactor.value, before)
    ? text(" More than half over: signing asks for a reason.", " Es más de la mitad: al firmar se pide el motivo.")
    : text("", "");
}
