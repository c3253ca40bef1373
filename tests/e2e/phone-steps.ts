import type { Page } from "@playwright/test";
import { loadReported } from "../support/e2e-load-world";
import type { PhonePerson, PhoneWorld } from "../support/e2e-phones";
import { expect, phone, type Visits } from "./fixtures";
import { putSession } from "./steps";

/** What the browser says of a network that a test took away, and of addresses that it cut. */
export function expectNoNetwork({ watch }: Visits): void {
  watch.expect(/net::ERR_(INTERNET_DISCONNECTED|FAILED|ABORTED)|Failed to fetch/);
}

/** Somebody's own phone, with Today open. */
export async function openPhone(visits: Visits, person: PhonePerson): Promise<Page> {
  const page = await visits.arrive(person.name, phone);
  await beOnPhone(page, person);
  return page;
}

/** Puts the session of somebody into a phone and opens Today, until the phone keeps what it needs without network. */
export async function beOnPhone(page: Page, person: PhonePerson): Promise<void> {
  await putSession(page, person.cookie);
  await page.goto("/my/today");
  await expectReady(page, person);
}

/** The phone can go on without network: the shell and the plan of this person are there. */
export async function expectReady(page: Page, { userId }: PhonePerson): Promise<void> {
  const shell = () =>
    page.evaluate(async () => ({
      isKept: (await (await caches.open("phasewise-shell")).match("/offline")) !== undefined,
      isServed: navigator.serviceWorker.controller !== null,
    }));
  await expect.poll(shell, { timeout: 20_000 }).toEqual({ isKept: true, isServed: true });
  await expect.poll(async () => (await keptOnPhone(page)).planOf, { timeout: 20_000 }).toBe(userId);
}

/** What lies in the phone's own store: whose plan, all of its text, and whose reports wait or were sent. */
export function keptOnPhone(
  page: Page,
): Promise<{ planOf: string | null; plan: string; waits: string[]; taken: number }> {
  return page.evaluate(async () => {
    const nothing = { planOf: null, plan: "", waits: [], taken: 0 };
    const there = await indexedDB.databases();
    if (!there.some(({ name }) => name === "phasewise")) return nothing;
    const finished = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(new Error("not read")));
      });
    const database = await finished(indexedDB.open("phasewise"));
    const read = (store: string): Promise<unknown[]> =>
      finished(database.transaction(store).objectStore(store).getAll());
    const [plan] = (await read("plan")) as ({ person?: { userId: string } } | undefined)[];
    const queue = (await read("queue")) as { person: string; takenAt?: string }[];
    database.close();
    return {
      planOf: plan?.person?.userId ?? null,
      plan: plan === undefined ? "" : JSON.stringify(plan),
      waits: queue.filter(({ takenAt }) => takenAt === undefined).map(({ person }) => person),
      taken: queue.filter(({ takenAt }) => takenAt !== undefined).length,
    };
  });
}

/** The record comes to hold this of somebody, as `Reported` says it. */
export async function expectReported(person: PhonePerson, is: Record<string, unknown>): Promise<void> {
  await expect.poll(() => loadReported(person.patientId), { timeout: 20_000 }).toMatchObject(is);
}

/** One exercise of the list, opened. */
export async function openExercise(page: Page, name: string): Promise<void> {
  await page.getByRole("link", { name: new RegExp(`^${name}`) }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

/** Marks the open exercise, and waits until the page has gone on. */
export async function markOpen(page: Page, button: string): Promise<void> {
  const here = page.url();
  await page.getByRole("button", { name: button, exact: true }).click();
  await page.waitForURL((url) => url.href !== here);
}

/** One of the people of a world. */
export function personOf({ people }: PhoneWorld, n: number): PhonePerson {
  const person = people[n];
  if (!person) throw new Error("too few people");
  return person;
}
