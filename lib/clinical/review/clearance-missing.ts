import type { Finding } from "../finding";
import type { Text } from "../facts";
import type { Track } from "../track";
import { clearanceWords, listInWords, movementInWords } from "../words";
import { blockedTags, grantsOf, isAvoided, needsClearance, tagWithoutKey } from "./need";
import { none, phaseSourceOf, sourceOf, strictest, text, type LineRule } from "./report";

/** The exercise needs a clearance, or carries a tag that the phase blocks, and no grant opens it today. */
export const clearanceMissing: LineRule = ({ exercise }, program) => {
  if (isAvoided(exercise, program)) return none;
  const key = clearanceWords[exercise.clearanceKey];
  const hasGrant = grantsOf(exercise, program).length > 0;
  return strictest(program, (track) => {
    const closed = tagWithoutKey(track, exercise);
    if (closed) {
      const movement = movementInWords(closed);
      return missing(
        text(
          `${phaseBlocks(track, movement).en} A ${key.en} does not open it; choose another exercise or wait for a later phase.`,
          `${phaseBlocks(track, movement).es} Un ${key.es} no lo abre; elija otro ejercicio o espere una fase posterior.`,
        ),
        phaseSourceOf(track),
      );
    }
    if (hasGrant || !needsClearance(track, exercise)) return null;
    const tags = blockedTags(track, exercise);
    const why = tags.length > 0 ? phaseBlocks(track, listInWords(tags.map(movementInWords))) : text("", "");
    return missing(
      text(
        `${why.en} Opens with a clearance in force for: ${key.en}. None is in force today.`.trimStart(),
        `${why.es} Se abre con una autorización vigente para: ${key.es}. Hoy no hay ninguna vigente.`.trimStart(),
      ),
      tags.length > 0 ? phaseSourceOf(track) : sourceOf(exercise),
    );
  });
};

function phaseBlocks({ phase, of }: Track, movement: Text): Text {
  return text(`Phase ${phase.n}${of.en} blocks ${movement.en}.`, `La fase ${phase.n}${of.es} bloquea ${movement.es}.`);
}

function missing(because: Text, source: string[]): Finding {
  return { rule: "clearance-missing", severity: "block", because, source };
}
