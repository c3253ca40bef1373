import type { Page } from "@playwright/test";
import { settingsOf } from "@/lib/clinical/settings/settings-of";
import { loadContent } from "@/prisma/content/load";
import { expect, test } from "./fixtures";

const unverified = "background, unverified";
const content = loadContent();
const settings = new Map(settingsOf(content).map((entry) => [entry.id, entry]));
const onDesktop = { tag: "@desktop" };
const markIn = (page: Page) => page.getByTitle("Background figure, not confirmed by a source");

test(
  "every number on the pages of settings wears its mark when nobody has confirmed it, and only then",
  onDesktop,
  async ({ visits }) => {
    const page = await visits.enter("Priya Sandpiper");
    let seen = 0;
    for (const part of ["rule", "triage", "sla", "entry", "earliest", "activity", "ladder", "modifier"]) {
      await page.goto(`/settings?part=${part}`);
      const rows = page.locator("li", { has: page.locator("input[name^='values.']") });
      const marked = await rows.evaluateAll((items) =>
        items.map((item) => ({
          id: item.querySelector("input")?.name.replace(/^values\./, "") ?? "",
          isMarked: item.querySelector("[title='Background figure, not confirmed by a source']") !== null,
        })),
      );
      expect(marked.length, part).toBeGreaterThan(2);
      for (const { id, isMarked } of marked) {
        // What the clinic says of an exercise of its own is its own word: no source confirms it.
        const basis = id.startsWith("earliest.own-") ? unverified : settings.get(id)?.basis;
        expect(basis, id).toBeDefined();
        expect(isMarked, `${id} is marked`).toBe(basis === unverified);
      }
      seen += marked.length;
    }
    expect(seen).toBeGreaterThan(100);
  },
);

test("every criterion, finding and fired rule leads to its source or wears the mark", onDesktop, async ({ visits }) => {
  const page = await visits.enter("Priya Sandpiper");
  await page.goto("/worklist");
  const overview = await page.getByRole("link", { name: "Marigold Thistlewood" }).getAttribute("href");
  const record = overview?.replace(/\/overview$/, "") ?? "";

  await page.goto(`${record}/phase`);
  const criteria = page.locator("tr:has(th[scope=row])");
  expect(await criteria.count()).toBeGreaterThan(5);
  await expectGrounds(criteria.locator("td:last-child"));

  await page.goto(`${record}/program/revisions/1`);
  // The lines of later phases are held back, each with its reasons on a page of its own.
  const lines = page.locator("a[href*='/lines/']");
  const addresses = await lines.evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  let found = 0;
  for (const address of [...new Set(addresses)].slice(-8)) {
    await page.goto(address);
    const findings = page.locator("ul > li:has(> div > p > strong)");
    found += await findings.count();
    await expectGrounds(findings);
  }
  expect(found).toBeGreaterThan(0);

  const surgeon = await visits.enter("Dr. Elias Kingfisher");
  await surgeon.goto("/clearances");
  const subject = surgeon.getByRole("main").getByRole("listitem").getByRole("link").first();
  await subject.click();
  await expect(markIn(surgeon)).not.toHaveCount(0);
});

async function expectGrounds(places: ReturnType<Page["locator"]>): Promise<void> {
  for (const place of await places.all()) {
    const grounds = place
      .locator("a[href^='/sources/']")
      .or(place.getByTitle("Background figure, not confirmed by a source"));
    // Some findings stand folded until they are asked for.
    expect(await grounds.count(), (await place.textContent()) ?? "").toBeGreaterThan(0);
  }
}
