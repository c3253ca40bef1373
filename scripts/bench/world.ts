import { execFileSync } from "node:child_process";
import type { BrowserContext } from "@playwright/test";
import { z } from "zod";
import { node24, root } from "../lib/paths.js";
import { typescriptArguments } from "../lib/spawn-typescript.js";
import type { RunningProduct } from "../test/product";

const worldSchema = z.strictObject({
  lines: z.number(),
  path: z.string(),
  therapist: z.string(),
  patient: z.string(),
  administrator: z.string(),
  demoPatient: z.string(),
});
/** What is visited: a draft with its length and address, and cookies of who may open what. */
export type World = z.output<typeof worldSchema>;

const sessionCookie = "__Host-phasewise.session";

/** Makes the world in the product's own database, in a process of its own: ours cannot load what the factories read. */
export function makeWorld(product: RunningProduct): World {
  const made = execFileSync(node24, typescriptArguments("tests/bench/make-world.ts", []), {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, PHASEWISE_DATA_DIR: product.dataFolder },
  });
  return worldSchema.parse(JSON.parse(made));
}

/** A session as a browser keeps it. */
export function keptCookie(value: string): Parameters<BrowserContext["addCookies"]>[0][number] {
  const safely = { secure: true, httpOnly: true, sameSite: "Lax" } as const;
  return { name: sessionCookie, value, domain: "localhost", path: "/", ...safely };
}

/** The same as a header. */
export const cookieHeader = (value: string): string => `${sessionCookie}=${value}`;
