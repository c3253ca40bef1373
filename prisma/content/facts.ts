import type { ContentWithEntry, EntryCriteria, ProtocolWithEntry } from "@/lib/clinical/entry-criteria";
import type { ExerciseFacts } from "@/lib/clinical/facts";
import type { ContentExercise } from "@/lib/schemas/content/exercise";
import type { ContentPhase, ContentProtocol } from "@/lib/schemas/content/protocol";

/** What the rules read of the exercises and protocols, both by id, and nothing else: the shape that a clinic's library stores. */
export function clinicalContent(
  exercises: Readonly<Record<string, ContentExercise>>,
  protocols: Readonly<Record<string, ContentProtocol>>,
): ContentWithEntry {
  const byId = <T extends { id: string }>(facts: T[]) => {
    const found = Object.fromEntries(facts.map((fact) => [fact.id, fact]));
    // "constructor" is no exercise: a rule that asks for it must find nothing.
    Object.setPrototypeOf(found, null);
    return found;
  };
  return {
    exercises: byId(Object.values(exercises).map(exerciseFacts)),
    protocols: byId(Object.values(protocols).map(protocolFacts)),
  };
}

function exerciseFacts(exercise: ContentExercise): ExerciseFacts {
  const { id, name, position, tags, earliest, clearanceKey, defaultDosage } = exercise;
  const { contraindicationCodes, rampGroup, sources, basis } = exercise;
  return {
    id,
    name,
    position,
    tags,
    earliest,
    clearanceKey,
    defaultDosage,
    contraindicationCodes,
    rampGroup,
    sources,
    basis,
  };
}

function protocolFacts({
  id,
  title,
  procedureType,
  region,
  anchor,
  phases,
  sources,
}: ContentProtocol): ProtocolWithEntry {
  return {
    id,
    title,
    procedureType,
    region,
    anchor,
    sources,
    phases: phases.map((phase) => ({
      n: phase.n,
      name: phase.name,
      dayStart: phase.dayStart,
      dayEndExclusive: phase.dayEndExclusive,
      entryClearances: phase.entryClearances,
      limits: { liftKg: phase.limits.liftKg, sitMaxMin: phase.limits.sitMaxMin },
      blockedTags: phase.blockedTags,
      lines: phase.lines.map(({ exercise, dosage, requiresClearance, availableFromDay }) => ({
        exercise,
        dosage,
        requiresClearance,
        availableFromDay,
      })),
      sources: phase.sources,
      entryCriteria: entryCriteria(phase.entryCriteria),
    })),
  };
}

/** The clearances of the entry are the phase's `entryClearances`: they stand once. */
function entryCriteria({ clearances, ...criteria }: ContentPhase["entryCriteria"]): EntryCriteria {
  return criteria;
}
