import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { describe, expect, it } from "vitest";
import keepOwnLanguages from "@/scripts/lib/own-languages.js";

const { resolve } = createRequire(import.meta.url);
const folder = path.resolve(path.dirname(resolve("react-aria/package.json")), "dist/private");

describe("the words that react-aria brings", () => {
  it.each(["dnd", "grid", "menu", "overlays"])("are English and Spanish alone: %s", (part) => {
    const source = readFileSync(path.join(folder, part, "intlStrings.mjs"), "utf8");
    expect(source).toContain("fr-FR");
    const kept = keepOwnLanguages(source);
    expect([...new Set(kept.match(/[a-z]{2}-[A-Z]{2}/g))]).toEqual(["en-US", "es-ES"]);
    expect(kept).toContain("export {");
  });

  it("stop the build when they are kept in another way", () => {
    expect(() => keepOwnLanguages('export default { en: "words" };')).toThrow("in another way");
  });
});
