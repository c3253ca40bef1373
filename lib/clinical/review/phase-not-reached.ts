import { dateInWords } from "../days";
import type { Finding } from "../finding";
import { dateOf, shifted } from "../track";
import type { Case } from "./case";
import { phaseSourceOf, strictest, text } from "./report";

/** The day of the phase has not come; concerns the whole program. */
export function phaseNotReached(program: Case): readonly Finding[] {
  return strictest(program.tracks, (track) => {
    const first = shifted(track, track.phase.dayStart);
    if (track.day >= first) return null;
    const date = dateInWords(dateOf(track, first), program.today);
    const { n } = track.phase;
    return {
      rule: "phase-not-reached",
      severity: "block",
      because: text(
        `Phase ${n}${track.of.en} opens on day ${first} (${date.en}); today is day ${track.day}.`,
        `La fase ${n}${track.of.es} se abre el día ${first} (${date.es}); hoy es el día ${track.day}.`,
      ),
      source: phaseSourceOf(track),
    };
  });
}
