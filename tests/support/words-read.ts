import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");

/** Hands words on, and reads none. */
const provider = path.join(root, "lib/i18n/added-words.tsx");

/** The namespaces of words that the code of these pages reads in the browser, without those inside another one of them; sorted. */
export function wordsReadInBrowser(...pages: string[]): string[] {
  const entries = pages.flatMap((page) => sourcesIn(path.join(root, page)));
  const leaves = reached(entries, (source) => isClient(source) || isAction(source)).filter(isClient);
  const read = new Set(
    reached(leaves, isAction)
      .filter((file) => file !== provider)
      .flatMap(namespacesIn),
  );
  return [...read].filter((name) => ![...read].some((other) => name.startsWith(`${other}.`))).sort();
}

function sourcesIn(page: string): string[] {
  if (statSync(page).isFile()) return [page];
  return readdirSync(page, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.join(page, name));
}

/** What these files import, and they themselves; what lies behind a file that ends the way is not looked for. */
function reached(entries: readonly string[], ends: (source: string) => boolean): string[] {
  const seen = new Set<string>();
  const waiting = [...entries];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    if (!ends(file)) waiting.push(...importsOf(file));
  }
  return [...seen];
}

const texts = new Map<string, string>();

function textOf(file: string): string {
  const text = texts.get(file) ?? readFileSync(file, "utf8");
  texts.set(file, text);
  return text;
}

const isClient = (file: string) => textOf(file).startsWith('"use client"');
const isAction = (file: string) => textOf(file).startsWith('"use server"');

/** Types are gone in the browser. */
const importing =
  /^\s*(?:import|export)\s+(?!type\b)(?:[^;"']*?\sfrom\s+)?"(?<named>[^"]+)"|\bimport\("(?<later>[^"]+)"\)/gm;

function importsOf(file: string): string[] {
  return [...textOf(file).matchAll(importing)].flatMap(({ groups }) =>
    fileOf(path.dirname(file), groups?.["named"] ?? groups?.["later"] ?? ""),
  );
}

function fileOf(folder: string, name: string): string[] {
  if (!/^(?:@\/|\.)/.test(name)) return [];
  const base = name.startsWith("@/") ? path.join(root, name.slice(2)) : path.resolve(folder, name);
  return [`${base}.ts`, `${base}.tsx`].filter((file) => existsSync(file)).slice(0, 1);
}

/** @throws when a file chooses its words in a way that cannot be read here */
function namespacesIn(file: string): string[] {
  return [...textOf(file).matchAll(/\b(?:useTranslations|useMessages)\((?<rest>.*)/g)].map(({ groups }) => {
    const named = /^"(?<words>[\w.]+)"\)|^\)(?:\.(?<member>[\w.]+))/.exec(groups?.["rest"] ?? "")?.groups;
    const namespace = named?.["words"] ?? named?.["member"];
    if (namespace === undefined) throw new Error(`${path.relative(root, file)} does not name its words`);
    return namespace;
  });
}
