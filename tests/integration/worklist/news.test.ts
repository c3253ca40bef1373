import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { closeNews } from "@/lib/db/news";
import { awaitNews, newsNow } from "@/lib/records/news/await-news";
import { takeCheckIn } from "@/lib/records/reports/take-report";
import { checkInSchema } from "@/lib/schemas/check-in";
import { anEndedEpisode } from "@/tests/support/episode-factories";
import { aClinic, aPatient, asActor } from "@/tests/support/factories";
import { aProgram } from "@/tests/support/program-factories";
import { report } from "../check-ins/what-is-written";

afterAll(closeNews);

test("a hold wakes the open pages of its clinic within a second, and no other clinic's; a patient may not ask", async () => {
  const [person, neighbor] = [await aPatient(await aClinic()), await aPatient(await aClinic())];
  await aProgram(person);
  const [here, there] = [asActor(person.therapist), asActor(neighbor.therapist)];
  const leaving = new AbortController();
  // Listening begins with the first question, and says so once.
  const known = await awaitNews(here, newsNow(here), AbortSignal.timeout(5000));
  const elsewhere = awaitNews(there, newsNow(there), leaving.signal);
  const before = newsNow(there);
  const woken = awaitNews(here, known, leaving.signal).then((news) => ({ news, at: performance.now() }));
  await report(person, { dizziness: "mild, passed with rest" });
  const written = performance.now();
  const { news, at } = await woken;
  expect(news).not.toBe(known);
  expect(at - written).toBeLessThan(1000);
  leaving.abort();
  expect(await elsewhere).toBe(before);
  expect(() => newsNow(asActor(person.user))).toThrow();
});

test("a report that is kept aside wakes them too: nothing else tells that it stands on the worklist", async () => {
  const person = await aPatient(await aClinic());
  const here = asActor(person.therapist);
  await anEndedEpisode(person);
  const known = await settled(here);
  const woken = awaitNews(here, known, AbortSignal.timeout(5000));
  await takeCheckIn(
    asActor(person.user),
    checkInSchema.parse({ idempotencyKey: randomUUID(), stage: "full", answers: { chestPain: true } }),
  );
  expect(await woken).not.toBe(known);
});

/** What is known once nothing more has come for a while. */
async function settled(who: ReturnType<typeof asActor>): Promise<string> {
  for (;;) {
    const known = newsNow(who);
    if ((await awaitNews(who, known, AbortSignal.timeout(300))) === known) return known;
  }
}
