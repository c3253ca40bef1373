import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import type { Figure } from "./figure";

/** kB of compressed JavaScript that a page's first load brings, as a browser counts what arrived. */
export async function scriptWeight(page: Page, address: string): Promise<number> {
  const scripts: Promise<Buffer>[] = [];
  const seen = new Set<string>();
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script" || seen.has(response.url())) return;
    seen.add(response.url());
    scripts.push(response.body());
  });
  await page.goto(address, { waitUntil: "networkidle" });
  const sizes = (await Promise.all(scripts)).map((body) => gzipSync(body).length);
  page.removeAllListeners("response");
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

/** P9: what the patient's day and the builder bring beyond an empty dynamic page. */
export function weightFigures(weights: { empty: number; today: number; builder: number }): Figure[] {
  return [
    { id: "P9", what: "JavaScript of an empty dynamic page, gzip", found: weights.empty, unit: "kB" },
    { id: "P9", what: "Today beyond it", found: weights.today - weights.empty, unit: "kB", atMost: 40 },
    { id: "P9", what: "the builder beyond it", found: weights.builder - weights.empty, unit: "kB", atMost: 170 },
  ];
}
