import { writeFileSync } from "node:fs";
import path from "node:path";
import { measureBrowser } from "./bench/browser";
import { reaches, tableOf } from "./bench/figure";
import { measureLighthouse } from "./bench/lighthouse";
import { askServer, requestFigures } from "./bench/requests";
import { measureRules } from "./bench/rules";
import { makeWorld } from "./bench/world";
import { build, isBuildCurrent } from "./lib/build";
import { root } from "./lib/paths.js";
import { orRefuse, Refusal, say } from "./lib/say.js";
import { cleanUp } from "./test/children";
import { startProduct } from "./test/product";

const serversAsked = 3;

async function start() {
  const product = await startProduct("bench");
  if ("failure" in product) throw new Refusal(`The product did not start:\n${product.failure}`);
  return { product, world: makeWorld(product) };
}

// Measures the production build, and says which figures of performance.md it reaches.
await orRefuse(async () => {
  try {
    if (!isBuildCurrent()) await build();
    say("  the rules");
    const rules = measureRules();
    const servers = [];
    for (let server = 1; server < serversAsked; server += 1) {
      say(`  requests, server ${server}`);
      const { product, world } = await start();
      servers.push(await askServer(product, world));
      await product.stop();
    }
    say(`  requests, server ${serversAsked}`);
    const { product, world } = await start();
    servers.push(await askServer(product, world));
    say("  the product in a browser");
    const browser = await measureBrowser(product, world);
    say("  the patient's pages on a slow phone");
    const phone = await measureLighthouse(product, world);
    await product.stop();
    const figures = [...rules, ...requestFigures(servers), ...browser, ...phone];
    writeFileSync(path.join(root, "bench-results.json"), `${JSON.stringify(figures, null, 2)}\n`);
    process.stdout.write(`${tableOf(figures)}\n`);
    process.exitCode = figures.some((figure) => reaches(figure) === false) ? 1 : 0;
  } finally {
    await cleanUp();
  }
});
