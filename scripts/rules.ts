import { runRules } from "./lib/run-rules";

process.exitCode = await runRules(process.argv.slice(2), process);
