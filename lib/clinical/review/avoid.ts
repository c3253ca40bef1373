import { earliestIn } from "../track";
import { sourceOf, strictest, text, type LineRule } from "./report";

/** The content forbids the exercise in the protocol, whatever is cleared. */
export const avoid: LineRule = ({ exercise }, program) =>
  strictest(program.tracks, (track) => {
    const earliest = earliestIn(track, exercise);
    if (earliest?.rule !== "AVOID") return null;
    const { en, es } = track.protocol.title;
    return {
      rule: "avoid",
      severity: "block",
      because: text(
        `To be avoided after: ${en}. No clearance opens it; choose another exercise.`,
        `Debe evitarse después de: ${es}. Ninguna autorización lo abre; elija otro ejercicio.`,
      ),
      source: sourceOf({ ...earliest, sources: exercise.sources }),
    };
  });
