import type { Answers, CheckInInput, Stage, TriageContent, TriageContext } from "../triage-content";
import { holds } from "./language";

const afterKeys = new Set(["nprsDuring", "painLocation", "painCharacter", "dizziness", "sob", "fatigue"]);
const followUpKeys = new Set(["nprsAfter", "hoursIncreased"]);
/** Pain now and where, and the warning signs of nerve and strength: what "skip, it hurts" asks at once. */
const skipKeys = new Set([
  "nprsDuring",
  "painLocation",
  "newRadiating",
  "newNumbTingle",
  "weakness",
  "bladderBowel",
  "saddleNumb",
  "newSexualDysfunction",
  "bilateralLegSymptoms",
  "gaitHandClumsy",
  "injectionLimbWeak",
]);

/** The inputs that a stage asks this person: those always required, and those whose `requiredWhen` fits the context. */
export function askedInputs(stage: Stage, context: TriageContext, { inputs }: TriageContent): CheckInInput[] {
  return inputs.filter((input) => isOfStage(input, stage) && isAskedOf(input, context));
}

/** The inputs that the stage asks and the day has not answered. */
export function missingInputs(
  stage: Stage,
  answers: Answers,
  context: TriageContext,
  content: TriageContent,
): CheckInInput[] {
  return askedInputs(stage, context, content).filter(({ key }) => answers[key] == null);
}

function isAskedOf({ required, requiredWhen }: CheckInInput, context: TriageContext): boolean {
  return required === true || (requiredWhen !== null && holds(requiredWhen, {}, context));
}

function isOfStage({ key, redFlag }: CheckInInput, stage: Stage): boolean {
  switch (stage) {
    case "full":
      return true;
    case "before":
      return redFlag || key === "nprsBefore";
    case "after":
      return afterKeys.has(key);
    case "follow-up":
      return followUpKeys.has(key);
    case "skip":
      return skipKeys.has(key);
  }
}
