import { earliestIn } from "../track";
import { none, sourceOf, strictest, text, type LineRule } from "./report";

/** No typical day exists: even with a grant it is the surgeon's decision on this person, and the signer says why. */
export const individualDecision: LineRule = ({ exercise, need }, program) => {
  if (need.grants.length === 0) return none;
  return strictest(program.tracks, (track) => {
    const earliest = earliestIn(track, exercise);
    if (earliest?.rule !== "NEVER_WITHOUT_CLEARANCE") return null;
    const { en, es } = track.protocol.title;
    return {
      rule: "individual-decision",
      severity: "override",
      because: text(
        `No typical day exists after: ${en}. A clearance is in force; write why this person does it.`,
        `No hay un día típico después de: ${es}. Hay una autorización vigente; escriba por qué esta persona lo hace.`,
      ),
      source: sourceOf({ ...earliest, sources: exercise.sources }),
    };
  });
};
