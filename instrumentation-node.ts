import { EnvironmentError, env } from "@/lib/env";
import { checkDatabaseAtStart, UnsafeDatabase } from "@/lib/db/check-at-start";
import { startWorker } from "@/lib/jobs/start-worker";

/** Ends the process with a sentence when configuration or database would make it unsafe to serve. */
export async function refuseUnsafeStart(): Promise<void> {
  try {
    const { databaseUrl, isDemo } = env();
    await checkDatabaseAtStart(databaseUrl, isDemo);
  } catch (error) {
    if (!(error instanceof EnvironmentError || error instanceof UnsafeDatabase)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/** Takes jobs beside the requests; told to stop, it takes no more. A queue that cannot start does not keep the clinic from its records. */
export async function takeJobs(): Promise<void> {
  if (!env().takesJobs) return;
  try {
    const worker = await startWorker();
    process.once("SIGTERM", () => void worker.stop());
  } catch (error) {
    process.stderr.write(`jobs: not started (${error instanceof Error ? error.message : "unknown"})\n`);
  }
}
