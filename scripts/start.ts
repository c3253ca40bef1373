import { checkDatabaseAtStart } from "@/lib/db/check-at-start";
import { readEnvironment } from "@/lib/env";
import { applyMigrations } from "./lib/apply-migrations";
import { build, isBuildCurrent } from "./lib/build";
import { openDemoDatabase } from "./lib/demo-database";
import type { Cluster } from "./lib/embedded-postgres";
import { isPortFree } from "./lib/ports";
import { orRefuse, Refusal, say, step } from "./lib/say.js";
import { keptSecrets } from "./lib/secrets";
import { startServer, type Server } from "./lib/server";
import { readSettings, type StartSettings } from "./lib/settings";
import { takeStartLock, type StartLock } from "./lib/start-lock";

const running: { server?: Server; cluster?: Cluster; lock?: StartLock; isLeaving?: true } = {};

await orRefuse(async () => {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void leave(0));
  try {
    await serve(readSettings());
  } catch (error) {
    await stopEverything();
    throw error;
  }
});

async function serve(settings: StartSettings): Promise<void> {
  say(`Starting Phasewise${settings.isDev ? " for development" : ""} …`);
  running.lock = await takeStartLock(settings.dataFolder, settings.port);
  if (!(await isPortFree(settings.port))) {
    throw new Refusal(
      `Port ${String(settings.port)} is busy: end the program that uses it, or choose another with PORT=${String(settings.port + 1)}.`,
    );
  }
  const environment =
    settings.externalUrl === null
      ? await openDemoDatabase(settings.dataFolder, (cluster) => (running.cluster = cluster))
      : await openExternal(settings, settings.externalUrl);
  if (!settings.isDev && !isBuildCurrent()) await step("built", build);
  // Demo people need no password: their server answers this machine only, unless HOST says otherwise.
  const host = process.env["HOST"] ?? (settings.externalUrl === null ? "localhost" : "0.0.0.0");
  const siteUrl = process.env["NEXTAUTH_URL"] ?? `http://localhost:${String(settings.port)}`;
  const server = await step("server ready", () =>
    startServer(settings.isDev, host, settings.port, { ...environment, NEXTAUTH_URL: siteUrl }),
  );
  running.server = server;
  running.lock.rememberServer(server.processId);
  welcome(siteUrl, settings.externalUrl === null);
  void server.gone.then((code) => leave(code === 0 ? 0 : 1));
}

/** Somebody else's server: no demo clinic, and only the owner's address lets us migrate it. Refuses before minutes of building. */
async function openExternal(settings: StartSettings, databaseUrl: string): Promise<Record<string, string>> {
  const mayInvent = settings.isDev && !process.env["NEXTAUTH_SECRET"];
  const invented = mayInvent ? { NEXTAUTH_SECRET: keptSecrets(settings.dataFolder).authSecret } : {};
  const ownerUrl = process.env["MIGRATE_DATABASE_URL"];
  try {
    readEnvironment({ ...process.env, ...invented });
    if (ownerUrl) await step("migrations applied", () => applyMigrations(ownerUrl));
    else say("  MIGRATE_DATABASE_URL is not set: migrations are left to `npm run migrate`");
    await checkDatabaseAtStart(databaseUrl, false);
  } catch (error) {
    throw new Refusal(error instanceof Error ? error.message : String(error));
  }
  return invented;
}

function welcome(siteUrl: string, isDemo: boolean): void {
  say(`\nPhasewise is ready: ${siteUrl}`);
  say(
    isDemo
      ? "Sign in with one click as a therapist, surgeon, patient or administrator of the demo clinic. All people in it are invented."
      : "Sign in with the account that your clinic gave you.",
  );
  say("Ctrl-C stops it; the data stays.");
}

async function leave(code: number): Promise<void> {
  if (running.isLeaving) return;
  running.isLeaving = true;
  say("\nStopping …");
  await stopEverything();
  process.exit(code);
}

async function stopEverything(): Promise<void> {
  await running.server?.stop();
  await running.cluster?.stop();
  running.lock?.release();
}
