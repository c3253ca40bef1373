import { movementTags, type ExerciseFacts } from "../facts";
import { unverified, type Finding } from "../finding";
import { earliestIn } from "../track";
import type { Case, JudgedLine } from "./case";
import { none, text } from "./report";

const knownTags: ReadonlySet<string> = new Set(movementTags);

/** The exercise, one of its tags, or what a protocol says of it is not in the content. */
export function unknownExercise({ exercise }: JudgedLine, program: Case): readonly Finding[] {
  const missing = missingFacts(exercise, program);
  return missing.length === 0 ? none : [notInContent(missing.join(", "))];
}

/** Whether the tags of the exercise can be judged at all. */
export function hasKnownTags({ tags }: ExerciseFacts): boolean {
  return tags.every(({ tag }) => knownTags.has(tag));
}

/** A protocol, or a phase of one, that the content lacks: nothing in the program can be judged by it. */
export function unknownProtocol({ unknownProtocols }: Case): readonly Finding[] {
  return unknownProtocols.map((id) => notInContent(id));
}

export function notInContent(what: string): Finding {
  return {
    rule: "unknown-exercise",
    severity: "block",
    because: text(
      `"${what}" is not in the content. Opens when the content has it.`,
      `«${what}» no está en el contenido. Se abre cuando el contenido lo tenga.`,
    ),
    source: [unverified],
  };
}

function missingFacts(exercise: ExerciseFacts, { tracks, unknownProtocols }: Case): string[] {
  return [
    ...exercise.tags.filter(({ tag }) => !knownTags.has(tag)).map(({ tag }) => tag),
    ...unknownProtocols,
    ...tracks.filter((track) => !earliestIn(track, exercise)).map(({ protocol }) => `${exercise.id}: ${protocol.id}`),
  ];
}
