import type { MeasureId } from "@/lib/clinical/entry-criteria";
import { tagSpelling } from "@/lib/schemas/own-exercise/strict-parts";
import type { TemplatePhaseFacts } from "@/lib/schemas/template";

/** The function tests that an entry can ask for, with the unit in which each is asked. */
const functionTests = [
  ["TUG", "s"],
  ["5XSTS", "s"],
  ["30S_CHAIR_STAND", "reps"],
  ["6MWT", "m"],
  ["ODI", "%"],
  ["NDI", "%"],
  ["RMDQ", "points"],
  ["PSFS", "points"],
] as const satisfies readonly (readonly [MeasureId, string])[];

/** The form of a phase as it is typed; nothing of it is checked. */
export type TypedPhase = ReturnType<typeof typedPhase>;

/** What the form sent, or an empty one. */
export function typedPhase(form: FormData) {
  const text = (name: string): string => {
    const value = form.get(name);
    // A form sends its line ends as two characters; two people who wrote the same would differ in them.
    return typeof value === "string" ? value.replaceAll("\r\n", "\n") : "";
  };
  const both = (name: string) => ({ en: text(`${name}.en`), es: text(`${name}.es`) });
  const all = (name: string) => form.getAll(name).filter((value) => typeof value === "string");
  const asked = (name: string) => text(`entryCriteria.${name}`);
  return {
    name: both("name"),
    patientName: both("patientName"),
    patientGoal: both("patientGoal"),
    dayStart: text("dayStart"),
    dayEndExclusive: text("dayEndExclusive"),
    moveNeighbours: form.has("moveNeighbours"),
    goals: both("goals"),
    entryCriteria: {
      redFlagFreeDays: asked("redFlagFreeDays"),
      nprsAvg7dMax: asked("nprsAvg7dMax"),
      nprsActivityMax: asked("nprsActivityMax"),
      walkContinuousMin: asked("walkContinuousMin"),
      sitToleranceMin: asked("sitToleranceMin"),
      woundClosed: form.has("entryCriteria.woundClosed"),
      fusionEvidence: asked("fusionEvidence"),
      clearances: all("entryCriteria.clearances"),
      functional: functionTests.map(([measure, unit], index) => {
        const part = (key: string) => asked(`functional.${index}.${key}`);
        return { measure, kind: part("kind"), op: part("op"), value: part("value"), unit };
      }),
      adherencePct: asked("adherencePct"),
      other: both("entryCriteria.other"),
    },
    precautions: both("precautions"),
    limits: {
      liftKg: text("limits.liftKg"),
      sitMaxMin: text("limits.sitMaxMin"),
      brace: both("limits.brace"),
      driving: both("limits.driving"),
    },
    blockedTags: all("blockedTags"),
    visits: both("visits"),
    progressionCriteria: both("progressionCriteria"),
    regressionCriteria: both("regressionCriteria"),
  };
}

/** A phase as its form shows it. */
export function phaseTyped(phase: TemplatePhaseFacts): TypedPhase {
  const { name, patientName, patientGoal, visits, entryCriteria: entry, limits } = phase;
  const number = (value: number | null) => (value === null ? "" : String(value));
  const lines = (texts: readonly { en: string; es: string }[]) => ({
    en: texts.map(({ en }) => en).join("\n"),
    es: texts.map(({ es }) => es).join("\n"),
  });
  const none = { en: "", es: "" };
  return {
    ...{ name, patientName, patientGoal, visits, moveNeighbours: true },
    dayStart: String(phase.dayStart),
    dayEndExclusive: number(phase.dayEndExclusive),
    goals: lines(phase.goals),
    entryCriteria: {
      redFlagFreeDays: number(entry.redFlagFreeDays),
      nprsAvg7dMax: number(entry.nprsAvg7dMax),
      nprsActivityMax: number(entry.nprsActivityMax),
      walkContinuousMin: number(entry.walkContinuousMin),
      sitToleranceMin: number(entry.sitToleranceMin),
      woundClosed: entry.woundClosed === true,
      fusionEvidence: entry.fusionEvidence,
      clearances: [...entry.clearances],
      functional: functionTests.map(([measure, unit]) => {
        const test = entry.functional.find((one) => one.measure === measure);
        if (!test) return { measure, kind: "", op: "<=", value: "", unit };
        const { op, value } = test;
        return typeof value === "number"
          ? { measure, kind: "number", op, value: String(value), unit }
          : { measure, kind: value, op, value: "", unit };
      }),
      adherencePct: number(entry.adherencePct),
      other: lines(entry.other),
    },
    precautions: lines(phase.precautions),
    limits: {
      liftKg: number(limits.liftKg),
      sitMaxMin: number(limits.sitMaxMin),
      brace: limits.brace ?? none,
      driving: limits.driving ?? none,
    },
    blockedTags: phase.blockedTags.map(tagSpelling),
    progressionCriteria: lines(phase.progressionCriteria),
    regressionCriteria: lines(phase.regressionCriteria),
  };
}
