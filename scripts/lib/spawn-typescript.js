import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { modules, node24, root } from "./paths.js";

const loader = pathToFileURL(path.join(modules, "tsx/dist/loader.mjs")).href;

/**
 * Arguments with which Node 24 runs one of our TypeScript files; `react-server` makes "server-only" a no-op.
 * @param {string} script
 * @param {string[]} args
 * @returns {string[]}
 */
export function typescriptArguments(script, args) {
  const environment = existsSync(path.join(root, ".env")) ? ["--env-file=.env"] : [];
  return [...environment, "--conditions=react-server", "--import", loader, script, ...args];
}

/**
 * Runs a TypeScript file to its end, passing signals on; resolves with its exit code.
 * @param {string} script
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export function runTypescript(script, args) {
  const child = spawn(node24, typescriptArguments(script, args), { cwd: root, stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? 1));
  });
}
