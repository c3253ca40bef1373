import { Client } from "pg";
import { PgBoss } from "pg-boss";
import { jobSchema, queues } from "@/lib/jobs/queues";

/** What the application may do with the jobs, and with what a newer pg-boss adds; it owns and makes nothing. */
const grants = `
  GRANT USAGE ON SCHEMA ${jobSchema} TO phasewise_app;
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${jobSchema} TO phasewise_app;
  GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${jobSchema} TO phasewise_app;
  GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${jobSchema} TO phasewise_app;`;

/**
 * Makes or updates the job queue's schema and its queues, as their owner, and lets the application work with them. Safe to repeat.
 * @param ownerUrl the role that owns the tables
 */
export async function prepareQueue(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema: jobSchema, max: 1, supervise: false, schedule: false });
  boss.on("error", () => undefined);
  await boss.start();
  try {
    const known = new Set((await boss.getQueues()).map(({ name }) => name));
    for (const { name, ...options } of queues) if (!known.has(name)) await boss.createQueue(name, options);
  } finally {
    await boss.stop({ graceful: false });
  }
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query(grants);
  } finally {
    await owner.end();
  }
}
