import { createHash } from "node:crypto";
import { figures } from "#shipped-figures";
import { stillFile } from "@/lib/figure/files";
import { drawingOf } from "./drawing-of";

type StillFile = { address: string; text: string };

const files = new Map<string, StillFile>();
const codes = new Map(Object.keys(figures).map((code) => [nameOf(code), code]));

/** Where the still picture of a shipped exercise lies; undefined for an exercise without one, and in a browser, which does not have them. */
export const stillAddress = (code: string): string | undefined => fileOf(code)?.address;

/** The file at an address, or the one that has taken its place since: then `address` differs. */
export function stillFileAt(address: string): StillFile | undefined {
  const [, name = ""] = /\/([\da-f]+)-[^/]*\.svg$/.exec(address) ?? [];
  const code = codes.get(name);
  return code === undefined ? undefined : fileOf(code);
}

function fileOf(code: string): StillFile | undefined {
  const known = files.get(code);
  if (known) return known;
  const drawing = drawingOf({ code });
  if (!drawing) return undefined;
  const text = stillFile(drawing);
  const file = { address: `/figures/stills/${nameOf(code)}-${hashOf(text)}.svg`, text };
  files.set(code, file);
  return file;
}

/** A web server writes addresses down: they do not tell which exercises somebody does. */
function nameOf(code: string): string {
  return hashOf(code).slice(0, 8);
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
