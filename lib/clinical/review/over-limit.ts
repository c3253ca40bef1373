import type { Track } from "../track";
import { amount, none, phaseSourceOf, text, type LineRule } from "./report";

/** The load is over the phase's lift limit, and no new lift limit in force reaches it. */
export const overLimit: LineRule = ({ dose }, program) => {
  const load = dose.joint.loadKg;
  if (load == null) return none;
  const grants = program.grants.get("LIFT_LIMIT_UPDATE") ?? [];
  if (grants.some(({ limits }) => limits?.maxKg != null && limits.maxKg >= load)) return none;
  let lowest: { track: Track; kg: number } | null = null;
  for (const track of program.tracks) {
    const kg = Math.min(...track.limitingPhases.map(({ limits }) => limits.liftKg ?? Infinity));
    if (load > kg && (!lowest || kg < lowest.kg)) lowest = { track, kg };
  }
  if (!lowest) return none;
  const { track, kg } = lowest;
  return [
    {
      rule: "over-limit",
      severity: "block",
      because: text(
        `${amount(load)} kg is over the limit of phase ${track.phase.n}${track.of.en}, ${amount(kg)} kg. Opens at or under it, or with a new lift limit of ${amount(load)} kg in force.`,
        `${amount(load)} kg supera el límite de la fase ${track.phase.n}${track.of.es}, ${amount(kg)} kg. Se abre hasta ese peso o con un nuevo límite vigente de ${amount(load)} kg.`,
      ),
      source: phaseSourceOf(track),
    },
  ];
};
