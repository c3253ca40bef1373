import { gzipSync } from "node:zlib";
import type { Page, Response } from "@playwright/test";
import type { Figure } from "./figure";

/** kB of compressed JavaScript: what the page's own text names, and what its scripts fetch once it stands. */
export type Weight = { first: number; afterwards: number };

/**
 * What a page's visit brings, as a browser counts what arrived.
 * @param asksFor what the page asks the server for when it stands; what comes by then still counts
 */
export async function scriptWeight(page: Page, address: string, asksFor?: string): Promise<Weight> {
  const scripts = new Map<string, Response>();
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") scripts.set(response.url(), response);
  });
  const asked = asksFor === undefined ? null : page.waitForResponse(`**${asksFor}*`, { timeout: 60_000 });
  const [answer] = await Promise.all([
    page.goto(address, { waitUntil: "networkidle" }),
    asked?.catch(() => {
      throw new Error(
        `${address} did not ask for ${asksFor ?? ""} within a minute: what is loaded afterwards is unknown.`,
      );
    }),
  ]);
  await page.waitForLoadState("networkidle");
  page.removeAllListeners("response");
  const text = (await answer?.text()) ?? "";
  const weight = { first: 0, afterwards: 0 };
  for (const [url, response] of scripts) {
    const size = gzipSync(await response.body()).length / 1000;
    weight[text.includes(new URL(url).pathname) ? "first" : "afterwards"] += size;
  }
  return weight;
}

/** P9: what the patient's day and the builder bring beyond an empty dynamic page. */
export function weightFigures({ empty, today, builder }: Record<"empty" | "today" | "builder", Weight>): Figure[] {
  const whole = ({ first, afterwards }: Weight) => first + afterwards;
  return [
    { id: "P9", what: "JavaScript of an empty dynamic page, gzip", found: whole(empty), unit: "kB" },
    { id: "P9", what: "Today beyond it", found: today.first - whole(empty), unit: "kB", atMost: 40 },
    { id: "P9", what: "Today, loaded once it stands", found: today.afterwards, unit: "kB" },
    { id: "P9", what: "the builder beyond it", found: builder.first - whole(empty), unit: "kB", atMost: 170 },
    { id: "P9", what: "the builder, loaded once it stands", found: builder.afterwards, unit: "kB" },
  ];
}
