import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { commandOf, waitUntil } from "./processes";
import { Refusal } from "./say.js";

const Lock = z.object({ processId: z.number(), serverId: z.number().nullable(), port: z.number() });

/** One start per data folder; remembers the server, so that the next start can end one that outlived a killed start. */
export type StartLock = { rememberServer: (serverId: number) => void; release: () => void };

/**
 * Takes the data folder for this process.
 * @throws Refusal when another start that still runs holds it
 */
export async function takeStartLock(dataFolder: string, port: number): Promise<StartLock> {
  const file = path.join(dataFolder, "start.json");
  mkdirSync(dataFolder, { recursive: true });
  if (existsSync(file)) await endLeftOver(file);
  const write = (serverId: number | null): void => {
    writeFileSync(file, JSON.stringify({ processId: process.pid, serverId, port }));
  };
  write(null);
  return {
    rememberServer: write,
    release: () => {
      rmSync(file, { force: true });
    },
  };
}

async function endLeftOver(file: string): Promise<void> {
  const read = Lock.safeParse(parseOrNull(readFileSync(file, "utf8")));
  if (!read.success) return;
  const { processId, serverId, port } = read.data;
  if (processId !== process.pid && commandOf(processId)?.includes("scripts/start.ts")) {
    throw new Refusal(
      `Phasewise already runs here as process ${String(processId)} on http://localhost:${String(port)}: use that one, or end it with \`kill ${String(processId)}\`.`,
    );
  }
  if (serverId === null || !commandOf(serverId)?.match(/next/)) return;
  process.kill(serverId, "SIGTERM");
  if (!(await waitUntil(5000, () => Promise.resolve(commandOf(serverId) === null)))) process.kill(serverId, "SIGKILL");
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
