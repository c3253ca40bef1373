import type { Text } from "../facts";
import type { Finding } from "../finding";
import type { Track } from "../track";
import { clearanceWords, listInWords, movementInWords } from "../words";
import { none, phaseSourceOf, sourceOf, strictest, text, type LineRule } from "./report";

/** The exercise needs a clearance, or carries a tag that the phase blocks, and no grant opens it today. */
export const clearanceMissing: LineRule = ({ exercise, need }) => {
  if (need.isAvoided || !need.needsClearance) return none;
  const key = clearanceWords[exercise.clearanceKey];
  return strictest(need.byTrack, ({ track, closed, blocked, needsClearance }) => {
    if (closed) {
      const why = phaseBlocks(track, movementInWords(closed));
      return missing(
        text(
          `${why.en} A ${key.en} does not open it; choose another exercise or wait for a later phase.`,
          `${why.es} Un ${key.es} no lo abre; elija otro ejercicio o espere una fase posterior.`,
        ),
        phaseSourceOf(track),
      );
    }
    if (need.grants.length > 0 || !needsClearance) return null;
    const why = blocked.length > 0 ? phaseBlocks(track, listInWords(blocked.map(movementInWords))) : text("", "");
    return missing(
      text(
        `${why.en} Opens with a clearance in force for: ${key.en}. None is in force today.`.trimStart(),
        `${why.es} Se abre con una autorización vigente para: ${key.es}. Hoy no hay ninguna vigente.`.trimStart(),
      ),
      blocked.length > 0 ? phaseSourceOf(track) : sourceOf(exercise),
    );
  });
};

function phaseBlocks({ phase, of }: Track, movement: Text): Text {
  return text(`Phase ${phase.n}${of.en} blocks ${movement.en}.`, `La fase ${phase.n}${of.es} bloquea ${movement.es}.`);
}

function missing(because: Text, source: string[]): Finding {
  return { rule: "clearance-missing", severity: "block", because, source };
}
