// Plain JavaScript: this process may still run the machine's older Node.
import { prepare } from "./lib/prepare.js";
import { orRefuse, say } from "./lib/say.js";
import { runTypescript } from "./lib/spawn-typescript.js";

const [script, ...args] = process.argv.slice(2);
if (!script) {
  say("Say which TypeScript file to run: node scripts/run.js <file> [arguments]");
  process.exit(2);
}
await orRefuse(prepare);
process.exitCode = await runTypescript(script, args);
