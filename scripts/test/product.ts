import { openSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../lib/paths.js";
import { freePort } from "../lib/ports";
import { ended, waitUntil } from "../lib/processes";
import { begin, temporaryFolder } from "./children";

/** The product as somebody started it for a test: its address, its data folder, and what it wrote. */
export type RunningProduct = { url: string; dataFolder: string; log: () => string; stop: () => Promise<void> };

/**
 * Starts the product as `npm start` does, with the demo clinic, in a folder of its own.
 * @param place where that folder is made; a bench leaves it on the disk that it measures
 * @returns what it wrote instead, when it did not start
 */
export async function startProduct(purpose: string, place?: string): Promise<RunningProduct | { failure: string }> {
  const folder = temporaryFolder(purpose, place);
  const dataFolder = path.join(folder, "data");
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const file = path.join(folder, "start.log");
  const output = openSync(file, "a");
  const child = begin(process.execPath, [path.join(root, "scripts/start.js")], ["ignore", output, output], {
    PORT: String(port),
    PHASEWISE_DATA_DIR: dataFolder,
    DATABASE_URL: "",
    NEXTAUTH_URL: url,
    NEXTAUTH_SECRET: "",
    // A review while a page is tested would change what it shows.
    PHASEWISE_JOBS: "off",
  });
  const gone = ended(child);
  const log = () => readFileSync(file, "utf8");
  const isUp = await Promise.race([
    gone.then(() => false),
    waitUntil(180_000, () => answers(`${url}/api/health/ready`)),
  ]);
  if (!isUp) return { failure: log() };
  const stop = async () => {
    child.kill("SIGTERM");
    await gone;
  };
  return { url, dataFolder, log, stop };
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
}
