import { PgBoss } from "pg-boss";
import { connections } from "@/lib/db/client";
import { jobSchema } from "./queues";

/**
 * The job queue of this process, on the pool that everything else uses. The application's role owns nothing of it: the owner made schema and
 * queues when the database was migrated.
 * @param isWorker a worker also watches the schedule and clears away what is done
 */
export function openQueue({ isWorker }: { isWorker: boolean }): PgBoss {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => connections().pool.query(text, values) },
    schema: jobSchema,
    migrate: false,
    createSchema: false,
    schedule: isWorker,
    supervise: isWorker,
    // Indexes are the owner's to rebuild.
    reindex: false,
    monitorVacuum: false,
  });
  // A queue that cannot reach the database says so at each attempt; the job is still there at the next one.
  boss.on("error", (error) => {
    process.stderr.write(`jobs: ${error.name}\n`);
  });
  return boss;
}
