import { createHmac } from "node:crypto";
import { figures } from "#shipped-figures";
import { env } from "@/lib/env";
import { stillFile } from "@/lib/figure/files";
import { drawingOf } from "./drawing-of";

type StillFile = { address: string; text: string };

const files = new Map<string, StillFile>();
let codes: ReadonlyMap<string, string> | undefined;

/** Where the still picture of a shipped exercise lies; undefined for an exercise without one, and in a browser, which does not have them. */
export const stillAddress = (code: string): string | undefined => fileOf(code)?.address;

/** The file at an address, or the one that has taken its place since: then `address` differs. */
export function stillFileAt(address: string): StillFile | undefined {
  const [, name = ""] = /\/([\da-f]+)-[^/]*\.svg$/.exec(address) ?? [];
  codes ??= new Map(Object.keys(figures).map((shipped) => [nameOf(shipped), shipped]));
  const code = codes.get(name);
  return code === undefined ? undefined : fileOf(code);
}

function fileOf(code: string): StillFile | undefined {
  const known = files.get(code);
  if (known) return known;
  const drawing = drawingOf({ code });
  if (!drawing) return undefined;
  const text = stillFile(drawing);
  const file = { address: `/figures/stills/${nameOf(code)}-${sealOf(text)}.svg`, text };
  files.set(code, file);
  return file;
}

function nameOf(code: string): string {
  return sealOf(code).slice(0, 8);
}

/** A web server writes addresses down: who has our library, but not our secret, cannot find out from them which exercises somebody does. */
function sealOf(said: string): string {
  return createHmac("sha256", env().authSecret).update(`still picture ${said}`).digest("hex").slice(0, 16);
}
