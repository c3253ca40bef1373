import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { SourceMap, type SourceMapPayload } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { compileAhead } from "@/scripts/lib/compile-ahead";

let built: string;
beforeEach(() => {
  built = mkdtempSync(path.join(tmpdir(), "phasewise-compile-ahead-"));
  mkdirSync(path.join(built, "static"));
  writeFileSync(path.join(built, "build-manifest.json"), JSON.stringify({ rootMainFiles: ["static/main.js"] }));
});
afterEach(() => rmSync(built, { recursive: true }));

const read = (name: string) => readFileSync(path.join(built, "static", name), "utf8");
const plain = { version: 3, sources: ["react.ts"], names: [], mappings: "AAAA" };

test.each([
  ["one map", plain],
  ["a map of sections", { version: 3, sections: [{ offset: { line: 0, column: 0 }, map: plain }] }],
])("a script that every page runs begins with the hint, and %s still leads to its sources", (_, map) => {
  writeFileSync(path.join(built, "static/main.js"), "run();\n//# sourceMappingURL=main.js.map\n");
  writeFileSync(path.join(built, "static/main.js.map"), JSON.stringify(map));

  compileAhead(built);
  compileAhead(built);

  expect(read("main.js")).toBe("//# allFunctionsCalledOnLoad\nrun();\n//# sourceMappingURL=main.js.map\n");
  const moved = new SourceMap(JSON.parse(read("main.js.map")) as SourceMapPayload);
  expect(moved.findEntry(1, 0)).toMatchObject({ originalSource: "react.ts", originalLine: 0 });
});

test("other scripts, and one without a map, are left as they are", () => {
  writeFileSync(path.join(built, "static/main.js"), "run();");
  writeFileSync(path.join(built, "static/page.js"), "page();");

  compileAhead(built);

  expect(read("main.js")).toBe("//# allFunctionsCalledOnLoad\nrun();");
  expect(read("page.js")).toBe("page();");
});
