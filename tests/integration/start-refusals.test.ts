import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../../scripts/lib/ports";
import { aDatabase } from "../support/test-database";

const secret = "kN3vQ8xZr5Tt1Lw7Yb2Hc6Md9Pf4Gs0JuaXe";
let folder = "";
let busy: Server;
let busyPort = 0;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "phasewise-refusals-"));
  busyPort = await freePort();
  busy = createServer();
  await new Promise<void>((listening) => busy.listen(busyPort, listening));
});

afterAll(() => {
  busy.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("npm start says in one sentence why it does not start, and ends with an error", () => {
  it.each([
    ["a busy port", () => ({ PORT: String(busyPort) }), /Port \d+ is busy/],
    ["a port that is none", () => ({ PORT: "http" }), /PORT must be a number/],
    [
      "a missing secret",
      () => ({ DATABASE_URL: aDatabase().appUrl, NEXTAUTH_SECRET: "" }),
      /NEXTAUTH_SECRET is missing/,
    ],
    [
      "a weak secret",
      () => ({ DATABASE_URL: aDatabase().appUrl, NEXTAUTH_SECRET: "secret" }),
      /NEXTAUTH_SECRET is weak/,
    ],
    [
      "an unreachable database",
      () => ({ DATABASE_URL: "postgresql://a:b@127.0.0.1:1/x" }),
      /127\.0\.0\.1:1 cannot be reached/,
    ],
    ["a superuser", () => ({ DATABASE_URL: aDatabase().superuserUrl }), /is a superuser/],
  ])("%s", async (_, environment, reason) => {
    const { code, output } = await start({ PORT: String(await freePort()), NEXTAUTH_SECRET: secret, ...environment() });
    expect(output).toMatch(reason);
    expect(output).not.toMatch(/\n\s+at /);
    expect(code).not.toBe(0);
  });

  it("a start that still runs in the same folder", async () => {
    // Any live process whose command line says so stands for the other start.
    const other = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60_000)", "scripts/start.ts"]);
    writeFileSync(
      path.join(folder, "start.json"),
      JSON.stringify({ processId: other.pid, serverId: null, port: 3000 }),
    );
    const { code, output } = await start({ PORT: String(await freePort()) });
    other.kill();
    expect(output).toMatch(/already runs here as process \d+/);
    expect(code).not.toBe(0);
  });
});

async function start(environment: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, ["scripts/start.js"], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      DATABASE_URL: "",
      MIGRATE_DATABASE_URL: "",
      PHASEWISE_DATA_DIR: folder,
      ...environment,
    },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((ended) => child.once("exit", ended));
  return { code, output };
}
