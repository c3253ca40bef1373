import { writeFileSync } from "node:fs";
import path from "node:path";
import { measureBrowser } from "./bench/browser";
import { reaches, tableOf } from "./bench/figure";
import { measureRules } from "./bench/rules";
import { build, isBuildCurrent } from "./lib/build";
import { root } from "./lib/paths.js";
import { orRefuse, Refusal, say } from "./lib/say.js";
import { cleanUp } from "./test/children";
import { startProduct } from "./test/product";

// Measures the production build, and says which figures of performance.md it reaches.
await orRefuse(async () => {
  try {
    if (!isBuildCurrent()) await build();
    say("  the rules");
    const rules = measureRules();
    say("  the product in a browser");
    const product = await startProduct("bench");
    if ("failure" in product) throw new Refusal(`The product did not start:\n${product.failure}`);
    const browser = await measureBrowser(product);
    await product.stop();
    const figures = [...rules, ...browser];
    writeFileSync(path.join(root, "bench-results.json"), `${JSON.stringify(figures, null, 2)}\n`);
    process.stdout.write(`${tableOf(figures)}\n`);
    process.exitCode = figures.some((figure) => reaches(figure) === false) ? 1 : 0;
  } finally {
    await cleanUp();
  }
});
