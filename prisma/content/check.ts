import { surgeonTags } from "@/lib/clinical/surgeon-tags";
import { checkMeasures } from "./check-measures";
import { checkProtocols } from "./check-protocols";
import { checkTexts } from "./check-texts";
import { checkTriage } from "./check-triage";
import type { ProductContent } from "./load";
import type { Problem } from "./problem";

/** What no schema of a single file can see; empty when the content holds together. */
export function checkContent(content: ProductContent): Problem[] {
  return [
    ...checkSources(content),
    ...checkExercises(content),
    ...checkProtocols(content),
    ...checkTriage(content),
    ...checkLadder(content),
    ...checkMeasures(content),
    ...checkTexts(content),
  ];
}

function checkSources(content: ProductContent): Problem[] {
  const { exercises, protocols, triage, activities, liftingLadder, measures, seedCoverage, sources } = content;
  const used: { file: string; field: string; ids: readonly string[] }[] = [
    ...Object.values(exercises).flatMap(({ id, sources: ids, seedRefs }) => [
      { file: `exercises/${id}.json`, field: "sources", ids },
      { file: `exercises/${id}.json`, field: "seedRefs", ids: seedRefs },
    ]),
    ...Object.values(protocols).flatMap((protocol) => [
      { file: `protocols/${protocol.id}.json`, field: "sources", ids: protocol.sources },
      ...protocol.phases.map((phase, i) => ({
        file: `protocols/${protocol.id}.json`,
        field: `phases.${i}.sources`,
        ids: phase.sources,
      })),
    ]),
    ...[...triage.rules, ...triage.trendRules].map((rule) => ({
      file: "triage.json",
      field: `${rule.id}.sources`,
      ids: rule.sources,
    })),
    ...activities.flatMap((activity) => [
      { file: "activities.json", field: `${activity.id}.sources`, ids: activity.sources },
      { file: "activities.json", field: `${activity.id}.seedRefs`, ids: activity.seedRefs },
    ]),
    ...Object.entries(liftingLadder).flatMap(([protocol, steps]) =>
      steps.map((step) => ({ file: "lifting-ladder.json", field: protocol, ids: step.sources })),
    ),
    ...measures.map(({ id, sources: ids }) => ({ file: "measures.json", field: `${id}.sources`, ids })),
    ...seedCoverage.map(({ id, article }) => ({ file: "seed-coverage.json", field: `${id}.article`, ids: [article] })),
  ];
  return used.flatMap(({ file, field, ids }) =>
    ids.filter((id) => !(id in sources)).map((id) => ({ file, field, message: `unknown source ${id}` })),
  );
}

function checkExercises({ exercises, clearanceKeys }: ProductContent): Problem[] {
  return Object.values(exercises).flatMap((exercise) => {
    const file = `exercises/${exercise.id}.json`;
    const problems: Problem[] = [];
    const surgeonTag = exercise.tags.find(({ tag }) => surgeonTags.has(tag));
    if (surgeonTag && clearanceKeys[exercise.clearanceKey].grantedBy !== "SURGEON") {
      problems.push({ file, field: "clearanceKey", message: `${surgeonTag.tag} needs a key that a surgeon grants` });
    }
    for (const [protocol, { rule, day, clearance }] of Object.entries(exercise.earliest)) {
      const field = `earliest.${protocol}`;
      const hasDay = rule === "FROM_DAY" || rule === "CLEARANCE_FROM_DAY";
      if (hasDay !== (day !== null))
        problems.push({ file, field, message: `${rule} and day ${day} do not go together` });
      if ((rule === "FROM_DAY") === clearance)
        problems.push({ file, field, message: `${rule} and clearance ${clearance} do not go together` });
    }
    return problems;
  });
}

function checkLadder({ liftingLadder }: ProductContent): Problem[] {
  return Object.entries(liftingLadder).flatMap(([protocol, steps]) =>
    steps.flatMap(({ dayEndExclusive }, i) =>
      dayEndExclusive === (steps[i + 1]?.dayStart ?? null)
        ? []
        : [
            {
              file: "lifting-ladder.json",
              field: `${protocol}.${i}.dayEndExclusive`,
              message: "days overlap or leave a gap",
            },
          ],
    ),
  );
}
