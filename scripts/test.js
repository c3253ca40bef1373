// Plain JavaScript: this process may still run the machine's older Node.
import { prepare } from "./lib/prepare.js";
import { orRefuse } from "./lib/say.js";
import { runTypescript } from "./lib/spawn-typescript.js";

await orRefuse(prepare);
process.exitCode = await runTypescript("scripts/test.ts", process.argv.slice(2));
