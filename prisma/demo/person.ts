import type { Actor } from "@/lib/access/actor";
import type { ClearanceKey, Text } from "@/lib/clinical/facts";
import type { LineContent } from "@/lib/records/programs/revision-content";
import type { Clock } from "./clock";
import type { ClearanceStory, Story } from "./story";

/** A story with the ids of its rows and the people in it. */
export type Person = {
  story: Story;
  clock: Clock;
  clinicId: string;
  patientId: string;
  userId: string;
  episodeId: string;
  programId: string;
  therapist: Actor;
  surgeon: Actor;
  /** What a clearance subject of the clinic opens, and who decides on it. */
  subjects: ReadonlyMap<string, Subject>;
  phaseNames: ReadonlyMap<number, Text>;
};

export type Subject = { opensKeys: readonly ClearanceKey[]; decidedBy: "surgeon" | "therapist"; name: string };

/** A signed revision of the story, with its lines as rows. */
export type SignedRevision = { day: number; lines: (LineContent & { id: string })[] };

/** The phase that a day of the story falls in; null before the program. */
export function phaseOn({ story }: Person, day: number): number | null {
  return story.phases.findLast((phase) => phase.day <= day)?.n ?? null;
}

export function subjectOf({ subjects, story }: Person, { subject }: ClearanceStory): Subject {
  const found = subjects.get(subject);
  if (!found) throw new Error(`${story.key}: the content has no clearance subject ${subject}`);
  return found;
}

/** The actor who decides on it. */
export function deciderOf(person: Person, clearance: ClearanceStory): Actor {
  return subjectOf(person, clearance).decidedBy === "surgeon" ? person.surgeon : person.therapist;
}

/** The keys that are granted on a day of the story. */
export function grantedKeys(person: Person, day: number): Set<ClearanceKey> {
  const granted = person.story.clearances.filter(
    ({ decision }) =>
      decision && decision.day <= day && (decision.outcome === "granted" || decision.outcome === "limited"),
  );
  return new Set(granted.flatMap((clearance) => subjectOf(person, clearance).opensKeys));
}
