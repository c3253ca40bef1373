import { randomBytes } from "node:crypto";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { adoptBuild } from "../lib/build";
import { startPostgres } from "../lib/embedded-postgres";
import { node24 } from "../lib/paths.js";
import { freePort } from "../lib/ports";
import { isReachableForAll } from "../lib/postgres-account";
import { ended, waitUntil } from "../lib/processes";
import { ensureDatabase, ensureRoles, urlFor } from "../lib/roles";
import { Refusal, say, step } from "../lib/say.js";
import { begin, temporaryFolder } from "./children";
import { replayDockerfile, type Image } from "./docker-replay";
import { quickFolder } from "./quick-folder";
import type { Tally } from "./tally";

const passwords = { ownerPassword: "owner", appPassword: "app" };

/** The Dockerfile's steps, its migrate service and its server, on a PostgreSQL with the roles of docker/postgres/init.sh. */
export async function runDockerSteps(): Promise<Tally> {
  const folder = temporaryFolder("docker");
  const images = await step("the Dockerfile's steps", () => replayDockerfile(path.join(folder, "images")));
  const [migrate, runner] = [images.get("migrate"), images.get("runner")];
  if (!migrate || !runner) throw new Refusal("The Dockerfile lacks its stage migrate or runner.");
  // The browser walks what the image would hold, and nothing is built twice.
  adoptBuild(migrate.workFolder);
  const cluster = await startPostgres(
    path.join(temporaryFolder("docker-database", quickFolder()), "postgres"),
    "superuser",
  );
  try {
    await ensureRoles(cluster.superuserUrl, passwords);
    await ensureDatabase(cluster.superuserUrl, "phasewise");
    const url = (role: "owner" | "app"): string =>
      urlFor(cluster.superuserUrl, `phasewise_${role}`, passwords[`${role}Password`], "phasewise");
    const superuserUrl = urlFor(cluster.superuserUrl, "postgres", "superuser", "phasewise");
    const results = [
      ["the migrate service migrates", migrates(migrate, url("owner"))],
      ["the server becomes ready, not as root", await becomesReady(runner, url("app"))],
      ["the server refuses a superuser", await refuses(runner, superuserUrl, /is a superuser/)],
      ["the server refuses a weak secret", await refuses(runner, url("app"), /NEXTAUTH_SECRET is weak/, "secret")],
    ] as const;
    for (const [name, isTrue] of results) say(`  ${isTrue ? "✓" : "✗"} ${name}`);
    const passed = results.filter(([, isTrue]) => isTrue).length;
    return { passed, failed: results.length - passed };
  } finally {
    await cluster.stop();
  }
}

function migrates(image: Image, ownerUrl: string): boolean {
  const [command = "", ...args] = image.command;
  const done = spawnSync(command, args, {
    cwd: image.workFolder,
    encoding: "utf8",
    env: {
      NODE_ENV: "production",
      PATH: process.env["PATH"],
      HOME: process.env["HOME"],
      MIGRATE_DATABASE_URL: ownerUrl,
    },
  });
  if (done.status !== 0) say(done.stdout + done.stderr);
  return done.status === 0;
}

async function becomesReady(image: Image, databaseUrl: string): Promise<boolean> {
  const port = await freePort();
  const { child, output } = serve(image, databaseUrl, randomBytes(32).toString("hex"), port);
  const gone = ended(child).then(() => false);
  const isReady = await Promise.race([gone, waitUntil(30_000, () => answers(port))]);
  if (!isReady) say(output());
  child.kill("SIGTERM");
  await gone;
  return isReady;
}

async function refuses(
  image: Image,
  databaseUrl: string,
  reason: RegExp,
  secret = randomBytes(32).toString("hex"),
): Promise<boolean> {
  const { child, output } = serve(image, databaseUrl, secret, await freePort());
  const code = await ended(child);
  if (code === 0 || !reason.test(output())) say(`ended with ${code}:\n${output()}`);
  return code !== 0 && reason.test(output());
}

function serve(image: Image, databaseUrl: string, secret: string, port: number) {
  const [, ...args] = image.command;
  // As `USER node` would, where this process may change its account and the other one can reach the files.
  const canDropRoot = process.getuid?.() === 0 && isReachableForAll(node24);
  const command = canDropRoot ? "setpriv" : node24;
  const prefix = canDropRoot ? ["--reuid=65534", "--regid=65534", "--clear-groups", "--", node24] : [];
  const child = begin(
    command,
    [...prefix, ...args],
    ["ignore", "pipe", "pipe"],
    {
      ...image.environment,
      DATABASE_URL: databaseUrl,
      NEXTAUTH_SECRET: secret,
      NEXTAUTH_URL: `http://localhost:${port}`,
      PHASEWISE_DEMO: "",
      PORT: String(port),
    },
    image.workFolder,
  );
  let written = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => (written += chunk.toString()));
  return { child, output: () => written };
}

async function answers(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/api/health/ready`, { signal: AbortSignal.timeout(3000) })).ok;
  } catch {
    return false;
  }
}
