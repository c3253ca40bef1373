import { connections } from "./client";

const limitMs = 1500;
const believedForMs = 2000;
let answeredAt = -Infinity;

/** Whether the database answers within 1.5 s; asked again each time. */
export async function databaseAnswers(): Promise<boolean> {
  const answer = connections()
    .pool.query("SELECT 1")
    .then(
      () => true,
      () => false,
    );
  return Promise.race([answer, new Promise<false>((late) => setTimeout(late, limitMs, false))]);
}

/** As `databaseAnswers`, but a yes is believed for 2 s, so that a busy server does not ask before every page. */
export async function databaseAnswersLately(): Promise<boolean> {
  const now = performance.now();
  if (now - answeredAt < believedForMs) return true;
  if (!(await databaseAnswers())) return false;
  answeredAt = now;
  return true;
}
