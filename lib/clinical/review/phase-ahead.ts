import { earliestIn } from "../track";
import { sourceOf, strictest, text, type LineRule } from "./report";
import { earliestDay } from "./too-early";

/** The exercise's day has come, but the content places it in a later phase than the patient's. */
export const phaseAhead: LineRule = ({ exercise }, program) =>
  strictest(program.tracks, (track) => {
    const earliest = earliestIn(track, exercise);
    const day = earliestDay(track, exercise);
    if (earliest?.phase == null || earliest.phase <= track.phase.n || day === null || track.day < day) return null;
    return {
      rule: "phase-ahead",
      severity: "override",
      because: text(
        `Belongs to phase ${earliest.phase}${track.of.en}; this is phase ${track.phase.n}. Advance the phase, or write the reason.`,
        `Corresponde a la fase ${earliest.phase}${track.of.es}; esta es la fase ${track.phase.n}. Avance la fase o escriba el motivo.`,
      ),
      source: sourceOf({ ...earliest, sources: exercise.sources }),
    };
  });
