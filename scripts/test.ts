import { build, isBuildCurrent } from "./lib/build";
import { orRefuse, Refusal, say } from "./lib/say.js";
import { cleanUp } from "./test/children";
import { runDockerSteps } from "./test/docker-suite";
import { runEndToEnd } from "./test/e2e-suite";
import { runStaticChecks } from "./test/static-checks";
import { lastLine, total, type Tally } from "./test/tally";
import { runVitest } from "./test/vitest-suite";

const suites: Record<string, (filters: string[]) => Promise<Tally>> = {
  static: runStaticChecks,
  docker: runDockerSteps,
  unit: (filters) => runVitest("unit", filters),
  integration: (filters) => runVitest("integration", filters),
  build: buildOnce,
  e2e: runEndToEnd,
};

/**
 * Two lanes for two cores. The Docker suite builds what the end-to-end tests walk; without it, the build suite does. Those tests walk alone: beside
 * others a page waits for the database longer than it may, and fails for no fault of its own.
 */
const lanes = [
  ["static", "unit"],
  ["docker", "integration"],
];

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => void cleanUp().finally(() => process.exit(130)));
}

await orRefuse(async () => {
  const asked = process.argv.slice(2);
  const chosen = Object.keys(suites).filter((name) => asked.includes(name));
  const filters = asked.filter((name) => !(name in suites));
  const tallies: Tally[] = [];
  try {
    const names = chosen.length > 0 ? chosen : Object.keys(suites);
    const inLane = lanes.map((lane) => lane.filter((name) => names.includes(name)));
    tallies.push(...(await Promise.all(inLane.map((lane) => inTurn(lane, filters)))).flat());
    tallies.push(
      ...(await inTurn(
        names.filter((name) => !lanes.flat().includes(name)),
        filters,
      )),
    );
  } finally {
    await cleanUp();
  }
  // On stdout and last, for people and build machines alike.
  process.stdout.write(`\n${lastLine(tallies)}\n`);
  process.exit(total(tallies).failed === 0 ? 0 : 1);
});

async function inTurn(names: string[], filters: string[]): Promise<Tally[]> {
  const tallies: Tally[] = [];
  for (const name of names) tallies.push(await runSuite(name, filters));
  return tallies;
}

async function runSuite(name: string, filters: string[]): Promise<Tally> {
  say(`\n── ${name}`);
  const begun = performance.now();
  const tally = await countOrFail(name, filters);
  say(`── ${name}: ${lastLine([tally])}, ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  return tally;
}

/** A suite that cannot run is a failure of that suite; the others still tell what they know. */
async function countOrFail(name: string, filters: string[]): Promise<Tally> {
  try {
    return (await suites[name]?.(filters)) ?? { passed: 0, failed: 1 };
  } catch (error) {
    say(error instanceof Refusal ? error.message : String(error instanceof Error ? error.stack : error));
    return { passed: 0, failed: 1 };
  }
}

async function buildOnce(): Promise<Tally> {
  if (isBuildCurrent()) say("  the sources did not change since the last build");
  else await build();
  return { passed: 1, failed: 0 };
}
