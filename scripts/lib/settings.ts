import path from "node:path";
import { root } from "./paths.js";
import { Refusal } from "./say.js";

/** How this start was asked for. */
export type StartSettings = { isDev: boolean; port: number; dataFolder: string; externalUrl: string | null };

/** Reads what the start script itself needs; the server validates the rest with `lib/env.ts`. */
export function readSettings(): StartSettings {
  const port = Number(process.env["PORT"] ?? "3000");
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Refusal(`PORT must be a number from 1 to 65535, not "${process.env["PORT"] ?? ""}".`);
  }
  return {
    isDev: process.argv.includes("--dev"),
    port,
    dataFolder: path.resolve(root, process.env["PHASEWISE_DATA_DIR"] ?? ".data"),
    externalUrl: process.env["DATABASE_URL"] || null,
  };
}
