import { clearanceKeys, type Text } from "@/lib/clinical/facts";
import { clearanceWords } from "@/lib/clinical/words";
import type { ContentActivity } from "@/lib/schemas/content/activity";
import type { ContentExercise } from "@/lib/schemas/content/exercise";
import { loadContent, type ProductContent } from "@/prisma/content/load";
import type { ShippedLibrary, ShippedSubject } from "./copy-library";

/** The shipped content in the form in which a clinic's tables hold it. */
export function shippedLibrary(content: ProductContent = loadContent()): ShippedLibrary {
  const { clinical } = content;
  return {
    exercises: Object.values(clinical.exercises).flatMap((facts) => {
      const exercise = content.exercises[facts.id];
      return exercise ? [{ facts, texts: textsOf(exercise) }] : [];
    }),
    protocols: Object.values(clinical.protocols).map((facts) => ({
      facts,
      techniques: content.protocols[facts.id]?.techniques ?? [],
      phases: (content.protocols[facts.id]?.phases ?? []).map((phase) => ({
        n: phase.n,
        content: phase,
        lines: phase.lines,
      })),
    })),
    subjects: [...keySubjects(content), ...content.activities.map(activitySubject)],
  };
}

/** The patient's instructions lie beside the name; of the equipment there is a list for filters and a sentence for the patient. */
function textsOf({ instructions, ...exercise }: ContentExercise) {
  const { name, synonyms, category, bodyRegion, equipment, dosageBasis, contraindications, note } = exercise;
  const { equipment: whatYouNeed, ...words } = instructions;
  return {
    name,
    synonyms,
    category,
    bodyRegion,
    equipment,
    dosageBasis,
    contraindications,
    note,
    whatYouNeed,
    ...words,
  };
}

function keySubjects({ clearanceKeys: texts }: ProductContent): ShippedSubject[] {
  return clearanceKeys.map((key) => ({
    id: key,
    kind: "key",
    decidedBy: texts[key].grantedBy === "PT" ? "therapist" : "surgeon",
    surgeonIn: [],
    opensKeys: [key],
    restrictedBy: texts[key].restrictedBy,
    covers: texts[key].covers,
    allowedWithin: null,
    texts: { name: asTitle(clearanceWords[key]), meaning: texts[key].meaning, patientName: texts[key].patientMeaning },
  }));
}

function asTitle({ en, es }: Text): Text {
  const raised = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
  return { en: raised(en), es: raised(es) };
}

function activitySubject(activity: ContentActivity): ShippedSubject {
  const { id, name, patientName, clearedBy, surgeonIn, clearanceKey, conditions, note, sources } = activity;
  const { restrictedBy, allowedWithin, group, common: isCommon } = activity;
  const typicalEarliest = Object.fromEntries(
    Object.entries(activity.typicalEarliest).map(([protocol, { rule, day, basis }]) => [
      protocol,
      { rule, earliestDay: day, basis },
    ]),
  );
  return {
    id,
    kind: "activity",
    decidedBy: clearedBy === "SURGEON" ? "surgeon" : "therapist",
    surgeonIn,
    opensKeys: clearanceKey === null ? [] : [clearanceKey],
    restrictedBy,
    covers: [],
    allowedWithin,
    texts: { name, patientName, typicalEarliest, conditions, note, sources, group, isCommon },
  };
}
