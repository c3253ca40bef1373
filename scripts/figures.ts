import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { chromium, type Browser } from "@playwright/test";
import { checkFigure } from "@/lib/figure/checks";
import { cardPicture, draw, keyPicture, movingPicture, viewBox, type Drawing } from "@/lib/figure/figure";
import { loadContent } from "../prisma/content/load";
import { loadFigures } from "../prisma/content/load-figures";
import { posesText } from "./figure-poses";

/**
 * `npm run figures`: draws the contact sheets of docs/figures and lists the figures for the built server.
 * `npm run figures -- <id> …`: draws only those, large and small, into test-results/figures, for whoever is drawing them.
 */
const root = path.join(import.meta.dirname, "..");
const figures = loadFigures();
const wanted = process.argv.slice(2);
const ids = wanted.length > 0 ? wanted : Object.keys(figures);
const drawings = ids.map((id): readonly [string, Drawing] => {
  const record = figures[id];
  if (!record) throw new Error(`There is no prisma/content/figures/${id}.json.`);
  try {
    return [id, draw(record)];
  } catch (error) {
    throw new Error(`prisma/content/figures/${id}.json: ${error instanceof Error ? error.message : String(error)}`);
  }
});

for (const id of ids) {
  for (const { frame, joint, message } of checkFigure(figures[id] ?? { base: "standing", keys: [], moves: [] })) {
    process.stdout.write(`${id}: ${frame}: ${joint}: ${message}\n`);
  }
}
const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic"],
});
try {
  if (wanted.length > 0) await drawOnes(browser);
  else await drawSheets(browser);
} finally {
  await browser.close();
}

async function drawOnes(open: Browser): Promise<void> {
  const rows = drawings.map(([id, drawing]) => {
    const keys = drawing.stills.map((_, key) => svg(drawing, keyPicture(drawing, key), 300)).join("");
    return `<h2>${id}</h2><div>${svg(drawing, cardPicture(drawing), 300)}${keys}${svg(drawing, cardPicture(drawing), 160)}</div>`;
  });
  await picture(open, path.join(root, "test-results", "figures", "figures.png"), rows.join(""), 1560);
}

/** The contact sheets: cards and strips, small as in lists and large as on a page, on light, dark and paper. */
async function drawSheets(open: Browser): Promise<void> {
  listForServer();
  const folder = path.join(root, "docs", "figures");
  writeFileSync(path.join(folder, "poses.md"), posesText(drawings, loadContent().exercises));
  const card =
    (width: number) =>
    ([id, drawing]: readonly [string, Drawing]) =>
      `<figure>${svg(drawing, cardPicture(drawing), width)}<figcaption>${id}</figcaption></figure>`;
  const strips = drawings.map(([id, drawing]) => {
    const keys = drawing.stills.map((_, key) => svg(drawing, keyPicture(drawing, key), 160)).join("");
    return `<figure><p>${keys}</p><figcaption>${id}</figcaption></figure>`;
  });
  const sheet = (figures: readonly string[]) => `<main>${figures.join("")}</main>`;
  for (const look of ["light", "dark", "print"] as const) {
    const suffix = look === "light" ? "" : `-${look}`;
    await picture(open, path.join(folder, `cards-160${suffix}.png`), sheet(drawings.map(card(160))), 1560, look);
    for (const [index, part] of halves(drawings).entries()) {
      // Large ones are for looking at, not for keeping.
      const file = path.join(root, "test-results", "figures", `cards-480${suffix}-${String(index + 1)}.png`);
      await picture(open, file, sheet(part.map(card(480))), 2010, look);
    }
  }
  await picture(open, path.join(folder, "strips.png"), sheet(strips), 1560);
  await picture(open, path.join(folder, "strips-print.png"), sheet(strips), 1560, "print");
  const moving = drawings.map(([, drawing]) => movingPicture(drawing).length);
  process.stdout.write(
    `${String(ids.length)} figures; the longest moving picture has ${String(Math.max(...moving))} characters\n`,
  );
}

/** A browser draws no picture longer than some sixteen thousand pixels. */
function halves<T>(all: readonly T[]): T[][] {
  const middle = Math.ceil(all.length / 2);
  return [all.slice(0, middle), all.slice(middle)];
}

/** A built server carries what is imported, so the figures are imported one by one. */
function listForServer(): void {
  const name = (id: string) => id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const text = [
    'import { figureSchema } from "@/lib/schemas/content/figure";',
    ...ids.map((id) => `import ${name(id)} from "./figures/${id}.json";`),
    "",
    "/** The figures that ship, by the exercise's id. Written by `npm run figures`. */",
    "export const figures = Object.fromEntries(",
    "  Object.entries({",
    ...ids.map((id) => `    ${id.includes("-") ? `"${id}": ${name(id)}` : id},`),
    "  }).map(([id, record]) => [id, figureSchema.parse(record)]),",
    ");",
    "",
  ];
  writeFileSync(path.join(root, "prisma", "content", "bundled-figures.ts"), text.join("\n"));
}

function svg(drawing: Drawing, inside: string, width: number): string {
  return `<svg class="figure" width="${String(width)}" viewBox="${viewBox(drawing.canvas)}">${inside}</svg>`;
}

async function picture(
  open: Browser,
  file: string,
  body: string,
  width: number,
  look: "light" | "dark" | "print" = "light",
): Promise<void> {
  const tokens = readFileSync(path.join(root, "app", "tokens.css"), "utf8").replace("@theme static", ":root");
  const looks = readFileSync(path.join(root, "components", "figure", "figure.css"), "utf8");
  const page = await open.newPage({
    viewport: { width, height: 400 },
    colorScheme: look === "dark" ? "dark" : "light",
  });
  if (look === "print") await page.emulateMedia({ media: "print" });
  await page.setContent(`<!doctype html><style>${tokens}${looks}
    :root{color-scheme:light dark} body{margin:12px;background:var(--color-surface);color:var(--color-ink);font:13px system-ui}
    main{display:flex;flex-wrap:wrap;gap:8px} figure{margin:0;border:1px solid var(--color-line);border-radius:8px;padding:6px} p{margin:0}
    h2{font-size:14px;margin:8px 0 0} svg{outline:1px solid var(--color-line)} figcaption{text-align:center}</style>${body}`);
  mkdirSync(path.dirname(file), { recursive: true });
  await page.screenshot({ path: file, fullPage: true });
  await page.close();
}
