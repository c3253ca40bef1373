import { EnvironmentError, env } from "@/lib/env";
import { checkDatabaseAtStart, UnsafeDatabase } from "@/lib/db/check-at-start";

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
