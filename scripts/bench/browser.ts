import { chromium, type Page } from "@playwright/test";
import { findChromium } from "../test/chromium";
import type { RunningProduct } from "../test/product";
import { dragFigure, findingsFigures } from "./builder";
import type { Figure } from "./figure";
import { scriptWeight, weightFigures } from "./weight";
import { keptCookie, type World } from "./world";

/** P9 and the builder with a long draft, in the browser of this machine. */
export async function measureBrowser(product: RunningProduct, world: World): Promise<Figure[]> {
  const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox", "--disable-gpu"] });
  const visit = async (cookie: string): Promise<Page> => {
    const context = await browser.newContext({ baseURL: product.url, viewport: { width: 1440, height: 900 } });
    await context.addCookies([keptCookie(cookie)]);
    return context.newPage();
  };
  try {
    const weights = {
      empty: await scriptWeight(await visit(world.patient), "/no-such-page"),
      today: await scriptWeight(await visit(world.patient), "/my/today", "/api/offline-plan"),
      builder: await scriptWeight(await visit(world.therapist), world.path),
    };
    const builder = await visit(world.therapist);
    await builder.goto(world.path, { waitUntil: "networkidle" });
    // A busy machine is idle on the network before the page listens.
    await builder.locator("[data-builder]:not([inert])").waitFor();
    await builder.locator("#builder-library [role=row]").first().waitFor();
    return [
      ...weightFigures(weights),
      ...(await findingsFigures(builder, world.lines)),
      await dragFigure(builder, world.lines),
    ];
  } finally {
    await browser.close();
  }
}
