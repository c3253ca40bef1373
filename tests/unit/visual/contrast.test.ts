import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { barColors } from "@/app/bar-colors";
import { colorsOfTokens, contrast, type Theme } from "./tokens";

const colors = colorsOfTokens();

/** The table of visual.md: front, ground, ratio in light, ratio in dark. */
const measured: readonly [front: string, ground: string, light: number, dark: number][] = [
  ["ink", "surface", 16.5, 14.5],
  ["ink-2", "surface", 8.7, 9.8],
  ["ink-3", "surface", 5.9, 6.8],
  ["ink-3", "canvas", 5.4, 7.5],
  ["ink-3", "sunken", 5.0, 5.6],
  ["ink-3", "accent-tint", 5.1, 5.6],
  ["accent-ink", "surface", 7.5, 8.9],
  ["on-accent", "accent", 7.5, 6.7],
  ["edge", "surface", 3.9, 4.5],
  ["edge", "sunken", 3.3, 3.6],
  ["focus", "surface", 7.5, 10.3],
  ["on-phase", "phase-4", 5.2, 4.9],
  ["on-phase-deep", "phase-5", 4.5, 5.3],
  ["figure", "surface", 5.5, 7.9],
  ["figure-move", "surface", 4.9, 8.1],
  ["stop-ink", "stop-tint", 7.4, 7.9],
  ["warn-ink", "warn-tint", 6.8, 8.6],
  ["care-ink", "care-tint", 7.0, 9.7],
  ["ok-ink", "ok-tint", 6.7, 8.8],
  ["on-stop", "stop-mark", 6.5, 6.1],
  ["on-warn", "warn-mark", 4.8, 7.4],
  ["on-care", "care-mark", 8.3, 9.4],
  ["on-ok", "ok-mark", 5.3, 7.3],
  ["stop-mark", "surface", 6.5, 5.6],
  ["warn-mark", "surface", 4.8, 7.1],
  ["ok-mark", "surface", 5.3, 7.3],
  ["pain", "surface", 8.5, 7.9],
  ["ink", "pain-fill", 13.0, 11.3],
  ["on-pain", "pain", 8.5, 8.4],
  ["on-emergency", "emergency", 9.5, 9.5],
  ["on-emergency", "emergency-2", 6.9, 6.9],
];

/** What our own parts put on each other beyond the table; text needs 4.5, shapes and meaningful borders 3. */
const used: readonly [front: string, ground: string, least: number][] = [
  ["ink", "stop-tint", 4.5],
  ["ink", "warn-tint", 4.5],
  ["ink", "care-tint", 4.5],
  ["ink-2", "stop-tint", 4.5],
  ["ink-2", "warn-tint", 4.5],
  ["ink-2", "care-tint", 4.5],
  ["ink-2", "inset", 4.5],
  ["ink-3", "inset", 4.5],
  ["ink-3", "raised", 4.5],
  ["accent-ink", "canvas", 4.5],
  ["accent-ink", "accent-tint", 4.5],
  ["on-accent", "accent-hover", 4.5],
  ["stop-ink", "surface", 4.5],
  ["stop-ink", "canvas", 4.5],
  ["on-stop", "stop-mark", 4.5],
  ["stop-mark", "stop-tint", 3],
  ["warn-mark", "warn-tint", 3],
  ["edge", "canvas", 3],
  ["edge", "inset", 3],
  ["edge", "pain-fill", 3],
  ["focus", "canvas", 3],
  ["pain-2", "surface", 3],
  ["phase-6", "surface", 3],
  ["on-phase", "phase-1", 4.5],
  ["on-phase", "phase-2", 4.5],
  ["on-phase", "phase-3", 4.5],
  ["on-phase-deep", "phase-6", 4.5],
];

function ratio(front: string, ground: string, theme: Theme): number {
  const [a, b] = [colors.get(front), colors.get(ground)];
  if (a === undefined || b === undefined) throw new Error(`no such token: ${front} or ${ground}`);
  return contrast(a[theme], b[theme]);
}

describe("contrast of the tokens", () => {
  it.each(measured)("%s on %s is what the design measured: %f light, %f dark", (front, ground, light, dark) => {
    expect(Math.abs(ratio(front, ground, "light") - light)).toBeLessThanOrEqual(0.06);
    expect(Math.abs(ratio(front, ground, "dark") - dark)).toBeLessThanOrEqual(0.06);
  });

  it.each(used)("%s on %s reaches %f in both themes", (front, ground, least) => {
    expect(ratio(front, ground, "light")).toBeGreaterThanOrEqual(least);
    expect(ratio(front, ground, "dark")).toBeGreaterThanOrEqual(least);
  });

  it("caution reaches 3 by its outline in light and by its fill in dark", () => {
    expect(ratio("care-ink", "surface", "light")).toBeGreaterThan(7.5);
    expect(ratio("care-mark", "surface", "dark")).toBeGreaterThan(9.3);
  });
});

describe("raw colors", () => {
  it("stand in the token file only", () => {
    const files = globSync(["app/**/*.{tsx,css}", "components/**/*.{ts,tsx}"]).filter(
      (file) => file !== "app/tokens.css",
    );
    expect(files.length).toBeGreaterThan(20);
    const raw = files.filter((file) =>
      /#[0-9a-f]{6}\b|#[0-9a-f]{3}(?=["';\s)])|rgb\(|hsl\(/i.test(readFileSync(file, "utf8")),
    );
    expect(raw).toEqual([]);
  });

  it("are the surface's own where the browser's bar, which knows no token, is colored", () => {
    expect(readFileSync("app/tokens.css", "utf8")).toContain(
      `--color-surface: light-dark(${barColors.light}, ${barColors.dark});`,
    );
  });
});
