import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

/**
 * Says to Chromium's V8 that all functions of a script are called while the page opens: it then compiles them as they arrive, beside the page, and not
 * one by one when React begins. To every other browser it is a comment. Must be the first line.
 */
const hint = "//# allFunctionsCalledOnLoad\n";

const manifest = z.object({ rootMainFiles: z.array(z.string().endsWith(".js")) });
const section = z.looseObject({ offset: z.looseObject({ line: z.number() }) });
const sourceMap = z.looseObject({ mappings: z.string().optional(), sections: z.array(section).optional() });

/**
 * Gives the hint to the scripts that every page runs (React and Next's own), and moves their source maps by its line. A second time it changes nothing.
 * @param built the folder that `next build` wrote
 */
export function compileAhead(built: string): void {
  const { rootMainFiles } = manifest.parse(JSON.parse(readFileSync(path.join(built, "build-manifest.json"), "utf8")));
  for (const file of rootMainFiles.map((name) => path.join(built, name))) {
    const script = readFileSync(file, "utf8");
    if (script.startsWith(hint)) continue;
    writeFileSync(file, hint + script);
    const map = /\n\/\/# sourceMappingURL=(\S+)\s*$/.exec(script)?.[1];
    if (map !== undefined) moveByOneLine(path.join(path.dirname(file), map));
  }
}

function moveByOneLine(file: string): void {
  const map = sourceMap.parse(JSON.parse(readFileSync(file, "utf8")));
  if (map.mappings !== undefined) map.mappings = `;${map.mappings}`;
  for (const { offset } of map.sections ?? []) offset.line += 1;
  writeFileSync(file, JSON.stringify(map));
}
