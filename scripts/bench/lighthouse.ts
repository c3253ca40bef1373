import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { node24 } from "../lib/paths.js";
import { ended } from "../lib/processes";
import { say } from "../lib/say.js";
import { findChromium } from "../test/chromium";
import { begin, temporaryFolder } from "../test/children";
import type { RunningProduct } from "../test/product";
import type { Figure } from "./figure";
import { cookieHeader, type World } from "./world";

/** Not among our packages: what it brings along is larger than the product. */
const version = "lighthouse@13.5.0";
const categories = ["performance", "accessibility", "best-practices"] as const;
type Category = (typeof categories)[number];
type Scores = Record<Category, number>;

const score = z.object({ score: z.number().nullable() });
const category = score.extend({ auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })) });
const report = z.object({
  finalDisplayedUrl: z.string(),
  categories: z.object({ performance: category, accessibility: category, "best-practices": category }),
  audits: z.record(z.string(), score.extend({ title: z.string() })),
});

/**
 * P10: the phone preset on the sign-in page and on the demo patient's day, one exercise and the check-in. Nothing where npm's registry cannot be
 * reached; that is said.
 * @throws when a page leads elsewhere: another page would be measured
 */
export async function measureLighthouse(product: RunningProduct, { demoPatient }: World): Promise<Figure[]> {
  const folder = temporaryFolder("lighthouse");
  if ((await lighthouse(folder, ["--version"])) !== 0) {
    say(`  ${version} could not be fetched from npm's registry: P10 is not measured`);
    return [];
  }
  const cookie = cookieHeader(demoPatient);
  const day = await (await fetch(`${product.url}/my/today`, { headers: { cookie } })).text();
  const exercise = /\/my\/today\/exercise\/[\da-f-]+/.exec(day)?.[0];
  if (exercise === undefined)
    throw new Error("The demo patient has no exercise today: make the demo clinic's day again.");
  const pages: readonly (readonly [string, string, string | null])[] = [
    ["the sign-in page", "/sign-in", null],
    ["Today", "/my/today", cookie],
    ["an exercise", exercise, cookie],
    ["the check-in", "/my/today/check-in?stage=before", cookie],
  ];
  const found: { what: string; scores: Scores }[] = [];
  for (const [what, address, asWhom] of pages) {
    const visit = () => scoresOf(folder, product.url + address, asWhom);
    const first = await visit();
    // A busy moment of the machine counts as a slow phone: three visits outvote it.
    const all = first.performance >= 95 ? [first] : [first, await visit(), await visit()];
    const [middle] = all.toSorted((a, b) => a.performance - b.performance).slice((all.length - 1) / 2);
    found.push({ what, scores: middle ?? first });
  }
  const lowest = (of: Category) => Math.min(...found.map(({ scores }) => scores[of]));
  const every = `, lowest of ${found.length} pages`;
  return [
    ...found.map(({ what, scores }) => ({
      ...{ id: "P10", what: `Lighthouse performance, ${what}`, found: scores.performance, unit: "of 100", atLeast: 95 },
    })),
    {
      id: "P10",
      what: `Lighthouse accessibility${every}`,
      found: lowest("accessibility"),
      unit: "of 100",
      atLeast: 100,
    },
    {
      ...{ id: "P10", what: `Lighthouse best practices${every}`, found: lowest("best-practices"), unit: "of 100" },
      atLeast: 100,
    },
  ];
}

async function scoresOf(folder: string, address: string, cookie: string | null): Promise<Scores> {
  const file = path.join(folder, "report.json");
  const code = await lighthouse(folder, [
    ...[address, "--quiet", "--output=json", `--output-path=${file}`, "--no-enable-error-reporting"],
    `--only-categories=${categories.join()}`,
    "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-quic",
    ...(cookie === null ? [] : [`--extra-headers=${JSON.stringify({ Cookie: cookie })}`]),
  ]);
  if (code !== 0) throw new Error(`Lighthouse could not visit ${address}; it ended with ${code}.`);
  const { finalDisplayedUrl, categories: found, audits } = report.parse(JSON.parse(readFileSync(file, "utf8")));
  if (finalDisplayedUrl !== address) throw new Error(`Lighthouse was led from ${address} to ${finalDisplayedUrl}.`);
  const of = (name: Category): number => {
    const failed = found[name].auditRefs.filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9);
    for (const { id } of failed) say(`  ${new URL(address).pathname}: ${name}: ${audits[id]?.title ?? id}`);
    return Math.round(100 * (found[name].score ?? 0));
  };
  return { performance: of("performance"), accessibility: of("accessibility"), "best-practices": of("best-practices") };
}

/** Runs in a folder of its own, with our Node: npm would read our settings, and the system's Node is too old for it. */
function lighthouse(folder: string, args: readonly string[]): Promise<number> {
  const environment = {
    CHROME_PATH: findChromium(),
    PATH: `${path.dirname(node24)}${path.delimiter}${process.env["PATH"] ?? ""}`,
  };
  const given = ["exec", "--yes", `--package=${version}`, "--", "lighthouse", ...args];
  return ended(begin("npm", given, "ignore", environment, folder));
}
