import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { buildSync, transformSync } from "esbuild";
import { root } from "./paths.js";

/**
 * A loader for the bundler: it leaves out of a module what no other one names, and the few modules of zod name everything of each other, so that
 * a page brought every schema, check and pattern that there is. This makes one module of `zod/mini` with what the product asks it for.
 * @this {{ resourcePath: string }} the entry of `zod/mini`
 * @returns {string} that module
 * @throws when something is asked for that `zod/mini` does not have, or in a way that does not say what
 */
export default function zodInOne() {
  const asked = new Set(sources().flatMap(({ file, text }) => askedFor(text, file)));
  const { outputFiles } = buildSync({
    stdin: {
      contents: `export { ${[...asked].toSorted().join(", ")} } from "./${path.basename(this.resourcePath)}";`,
      resolveDir: path.dirname(this.resourcePath),
    },
    bundle: true,
    format: "esm",
    target: "esnext",
    write: false,
  });
  return outputFiles[0].text;
}

const mini = '"zod/mini"';

/** The product's files that ask `zod/mini` for something. */
function sources() {
  return ["app", "components", "lib"]
    .flatMap((folder) => readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ file, text: readFileSync(file, "utf8") }))
    .filter(({ text }) => text.includes(mini));
}

/**
 * @param {string} text a source
 * @param {string} file where it stands
 * @returns {string[]} the names that it asks `zod/mini` for; types are none
 */
export function askedFor(text, file) {
  const { code } = transformSync(text, { loader: file.endsWith("x") ? "tsx" : "ts", jsx: "preserve" });
  if (!code.includes(mini)) return [];
  const body = code.split(`import * as z from ${mini};`).at(1);
  if (body === undefined || body.includes(mini) || /\bz\b(?!\.\w)/.test(body))
    throw new Error(`${file}: write import * as z from ${mini}, and z.name`);
  return [...body.matchAll(/\bz\.(\w+)/g)].map(([, name]) => name);
}
