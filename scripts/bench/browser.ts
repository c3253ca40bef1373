import { execFileSync } from "node:child_process";
import { chromium, type Page } from "@playwright/test";
import { z } from "zod";
import { node24, root } from "../lib/paths.js";
import { typescriptArguments } from "../lib/spawn-typescript.js";
import { findChromium } from "../test/chromium";
import type { RunningProduct } from "../test/product";
import { dragFigure, findingsFigures } from "./builder";
import type { Figure } from "./figure";
import { scriptWeight, weightFigures } from "./weight";

const longDraft = z.strictObject({
  lines: z.number(),
  path: z.string(),
  therapist: z.string(),
  patient: z.string(),
  administrator: z.string(),
});

/** P9 and the builder with a long draft, in the browser of this machine. */
export async function measureBrowser(product: RunningProduct): Promise<Figure[]> {
  const made = execFileSync(node24, typescriptArguments("tests/bench/make-long-draft.ts", []), {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, PHASEWISE_DATA_DIR: product.dataFolder },
  });
  const draft = longDraft.parse(JSON.parse(made));
  const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox", "--disable-gpu"] });
  const visit = async (cookie: string): Promise<Page> => {
    const context = await browser.newContext({ baseURL: product.url, viewport: { width: 1440, height: 900 } });
    const session = { name: "__Host-phasewise.session", value: cookie, domain: "localhost", path: "/" };
    await context.addCookies([{ ...session, secure: true, httpOnly: true, sameSite: "Lax" }]);
    return context.newPage();
  };
  try {
    const weights = {
      empty: await scriptWeight(await visit(draft.patient), "/no-such-page"),
      today: await scriptWeight(await visit(draft.patient), "/my/today"),
      builder: await scriptWeight(await visit(draft.therapist), draft.path),
    };
    const builder = await visit(draft.therapist);
    await builder.goto(draft.path, { waitUntil: "networkidle" });
    // A busy machine is idle on the network before the page listens.
    await builder.locator("[data-builder]:not([inert])").waitFor();
    await builder.locator("#builder-library [role=row]").first().waitFor();
    return [
      ...weightFigures(weights),
      ...(await findingsFigures(builder, draft.lines)),
      await dragFigure(builder, draft.lines),
    ];
  } finally {
    await browser.close();
  }
}
