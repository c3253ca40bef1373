import { spawn, type ChildProcess } from "node:child_process";
import path from "node:path";
import { standalone } from "./build";
import { modules, node24, root } from "./paths.js";
import { ended, waitUntil } from "./processes";
import { Refusal } from "./say.js";

/** The running web server. */
export type Server = { processId: number; gone: Promise<number>; stop: () => Promise<void> };

/**
 * Starts the production server, or Next's development server, and waits until it and its database answer.
 * @throws Refusal when it ends before that; what it wrote stands above
 */
export async function startServer(
  isDev: boolean,
  host: string,
  port: number,
  environment: Record<string, string>,
): Promise<Server> {
  const args = isDev
    ? [path.join(modules, "next/dist/bin/next"), "dev", "--port", String(port), "--hostname", host]
    : [path.join(standalone, "server.js")];
  const child = spawn(node24, args, {
    cwd: isDev ? root : standalone,
    env: {
      ...process.env,
      ...environment,
      NODE_ENV: isDev ? "development" : "production",
      HOSTNAME: host,
      PORT: String(port),
      NEXT_TELEMETRY_DISABLED: "1",
    },
    stdio: ["ignore", isDev ? "inherit" : "ignore", "inherit"],
    // A group of its own: Ctrl-C reaches the start script alone, which ends the server before the database.
    detached: true,
  });
  const gone = ended(child);
  const answers = await Promise.race([gone.then(() => false), waitUntil(60_000, () => isReady(port))]);
  if (answers && child.pid !== undefined) return { processId: child.pid, gone, stop: () => stop(child, gone) };
  await stop(child, gone);
  throw new Refusal("The server did not come up; the reason stands above.");
}

async function isReady(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://localhost:${port}/api/health/ready`, {
      signal: AbortSignal.timeout(5000),
    });
    return answer.ok;
  } catch {
    return false;
  }
}

async function stop(child: ChildProcess, gone: Promise<number>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  const stopped = await Promise.race([
    gone.then(() => true),
    waitUntil(10_000, () => Promise.resolve(child.exitCode !== null)),
  ]);
  if (!stopped && child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
}
