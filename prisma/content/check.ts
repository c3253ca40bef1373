import type { RestrictionKind } from "@/lib/clinical/facts";
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
    ...checkRestricted(content),
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

/** A key that covers an activity is closed by less than the activity itself, never by more, and one key alone covers it. */
function checkRestricted({ activities, clearanceKeys }: ProductContent): Problem[] {
  const lists = [
    ...activities.map(({ id, restrictedBy }) => ["activities.json", id, restrictedBy] as const),
    ...Object.entries(clearanceKeys).map(
      ([key, { restrictedBy }]) => ["clearance-keys.json", key, restrictedBy] as const,
    ),
  ];
  const twice = lists.flatMap(([file, id, kinds]) =>
    kinds
      .filter((kind, at) => kinds.indexOf(kind) !== at)
      .map((kind) => ({ file, field: `${id}.restrictedBy`, message: `${kind} stands twice` })),
  );
  const covered = Object.entries(clearanceKeys).flatMap(([key, { covers, restrictedBy }]) =>
    covers.map((id) => ({ key, id, restrictedBy })),
  );
  return [...twice, ...covered.flatMap((one) => coverProblems(one, covered, activities))];
}

type Cover = { key: string; id: string; restrictedBy: readonly RestrictionKind[] };

function coverProblems(
  { key, id, restrictedBy }: Cover,
  all: readonly Cover[],
  activities: ProductContent["activities"],
): Problem[] {
  const problem = (message: string) => ({ file: "clearance-keys.json", field: `${key}.covers`, message });
  const activity = activities.find((known) => known.id === id);
  if (!activity) return [problem(`unknown activity ${id}`)];
  const found: Problem[] = [];
  if (all.some((other) => other.id === id && other.key !== key)) found.push(problem(`${id} is covered twice`));
  const missing = restrictedBy.find((kind) => !activity.restrictedBy.includes(kind));
  if (missing !== undefined) found.push(problem(`${id} is not restricted by ${missing}, which closes the key`));
  return found;
}
