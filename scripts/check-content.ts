import { checkContent } from "../prisma/content/check";
import { checkFigures } from "../prisma/content/check-figures";
import { loadContent, type ProductContent } from "../prisma/content/load";
import { loadFigures } from "../prisma/content/load-figures";
import { inWords } from "../prisma/content/problem";

/** Reads and cross-checks the shipped content; prints what it holds, or every problem by file and field. Exit code 1: a problem. */
process.exitCode = main();

function main(): number {
  let content: ProductContent;
  let figures: ReturnType<typeof loadFigures>;
  try {
    content = loadContent();
    figures = loadFigures();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
  const problems = [...checkContent(content), ...checkFigures(figures, content.exercises)];
  if (problems.length > 0) {
    process.stderr.write(`${problems.map(inWords).join("\n")}\n`);
    return 1;
  }
  const { exercises, protocols, activities, triage, sources } = content;
  const phases = Object.values(protocols).flatMap((protocol) => protocol.phases);
  process.stdout.write(
    [
      `${Object.keys(exercises).length} exercises`,
      `${Object.keys(protocols).length} protocols`,
      `${phases.length} phases`,
      `${phases.flatMap(({ lines }) => lines).length} lines`,
      `${activities.length} activities`,
      `${triage.inputs.length} check-in inputs`,
      `${triage.rules.length + triage.trendRules.length} triage rules`,
      `${Object.keys(sources).length} sources`,
      `${Object.keys(figures).length} figures`,
    ].join(", ") + "\n",
  );
  return 0;
}
