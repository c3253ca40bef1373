import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { describe, expect, it } from "vitest";
import drawLater from "@/scripts/lib/drawn-later.js";

const { resolve } = createRequire(import.meta.url);
const folder = path.resolve(path.dirname(resolve("react-aria/package.json")), "dist/private");

describe("what the turn from the mouse to the keys draws", () => {
  it.each([
    ["interactions/useFocusVisible.mjs", [/^drawLaterOnce\(setModality, \S+currentModality\);$/]],
    [
      "utils/useDescription.mjs",
      [/^drawLaterOnce\(setId, id\);$/, /^\} else drawLaterOnce\(setId, desc\.element\.id\);$/],
    ],
  ])("is drawn when nothing more urgent waits, and nothing else changes: %s", (file, expected) => {
    const source = readFileSync(path.join(folder, file), "utf8");
    const [added, ...rest] = drawLater(source).split("\n");
    expect(added).toMatch(/^import \{ startTransition \} from "react"; .*const drawLaterOnce = /);
    const before = source.split("\n");
    const changed = rest.filter((line, index) => line !== before[index]).map((line) => line.trim());
    expect(changed).toHaveLength(expected.length);
    expected.forEach((pattern, index) => expect(changed[index]).toMatch(pattern));
  });

  it("stops the build when it is heard of in another way", () => {
    expect(() => drawLater("let handler = () => setState(modality);")).toThrow("in another way");
  });
});
