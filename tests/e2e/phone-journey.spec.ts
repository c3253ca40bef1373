import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/e2e-axe";
import { loadPhones, stopProgramOf } from "../support/e2e-load-world";
import type { PhoneWorld } from "../support/e2e-phones";
import { expect, phone, test } from "./fixtures";
import { expectNarrow } from "./page-steps";
import {
  beOnPhone,
  expectNoNetwork,
  expectReady,
  expectReported,
  keptOnPhone,
  markOpen,
  openExercise,
  openPhone,
  personOf,
} from "./phone-steps";
import { putSession, signIn } from "./steps";

const ankle = "Ankle pumps";
const marksApi = /\/api\/exercise-marks/;

let world: PhoneWorld;

test.describe.configure({ mode: "default", timeout: 90_000 });
test.beforeAll(async () => {
  world = await loadPhones(4);
});

test("signing out sends first what waits; what cannot be sent is lost only when its person says so", async ({
  visits,
}) => {
  expectNoNetwork(visits);
  // The plan is asked for once more when a report was taken: by then its person may be gone.
  visits.watch.expect(/status of 401 .*\/api\/offline-plan/);
  const person = personOf(world, 0);
  const page = await openPhone(visits, person);
  const context = page.context();

  await test.step("given a mark that no server took, the way out sends it before it empties the phone", async () => {
    await holdBack(page);
    await context.unroute(marksApi);
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.waitForURL(/\/sign-in$/);
    await expectReported(person, { marks: [{ outcome: "done", session: 1 }], acts: { mark: 1 } });
    expect(await keptOnPhone(page)).toEqual({ planOf: null, plan: "", waits: [], taken: 0 });
  });

  await signIn(page, person.signInName, world.password);
  await page.goto("/my/today");
  await expectReady(page, person);
  const question = page.getByRole("alertdialog", { name: "1 report is not sent yet" });
  await test.step("given one that cannot be sent, it says what would be lost; who stays loses nothing", async () => {
    await holdBack(page);
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(question).toBeVisible();
    await expectAccessible(page, "signing out with an unsent report");
    await expectNarrow(page, "signing out with an unsent report");
    await question.getByRole("button", { name: "Try to send again" }).click();
    await expect(question.getByText("It does not work yet. Find a place with network.")).toBeVisible();
    await question.getByRole("button", { name: "Stay signed in" }).click();
    await expect(question).toBeHidden();
    expect((await keptOnPhone(page)).waits).toEqual([person.userId]);
    await expect(page.getByText(/^.*1 report waits on this phone/)).toBeVisible();
  });

  await test.step("without network nobody can sign out, and nothing is emptied", async () => {
    await context.setOffline(true);
    await page.getByRole("button", { name: "Sign out" }).click();
    await question.getByRole("button", { name: "Sign out and lose it" }).click();
    const away = page.getByRole("alertdialog", { name: "You have no network" });
    await expect(away).toBeVisible();
    await expectAccessible(page, "signing out without network");
    expect(await keptOnPhone(page)).toMatchObject({ planOf: person.userId, waits: [person.userId] });
    await away.getByRole("button", { name: "Stay signed in" }).click();
    await context.setOffline(false);
  });

  await test.step("once it is confirmed, plan and report are gone, and nothing is sent any more", async () => {
    await page.getByRole("button", { name: "Sign out" }).click();
    await question.getByRole("button", { name: "Sign out and lose it" }).click();
    await page.waitForURL(/\/sign-in$/);
    await context.unroute(marksApi);
    expect(await keptOnPhone(page)).toEqual({ planOf: null, plan: "", waits: [], taken: 0 });
    await signIn(page, person.signInName, world.password);
    await page.goto("/my/today");
    // The plan comes after what waits is sent.
    await expect.poll(async () => (await keptOnPhone(page)).planOf).toBe(person.userId);
    await expectReported(person, { marks: [{ outcome: "done" }], acts: { mark: 1 } });
  });
});

test("a session that ran out keeps plan and reports; a second person on the phone sees and sends nothing of them", async ({
  visits,
}) => {
  expectNoNetwork(visits);
  visits.watch.expect(/status of 401/);
  const [first, second] = [personOf(world, 1), personOf(world, 2)];
  const page = await openPhone(visits, first);
  const context = page.context();

  await test.step("given a session that is over with an unsent mark, both stay", async () => {
    await holdBack(page);
    await context.clearCookies();
    await page.goto("/my/today");
    await expect(page).toHaveURL(/\/sign-in$/);
    expect(await keptOnPhone(page)).toMatchObject({ planOf: first.userId, waits: [first.userId] });
    await context.unroute(marksApi);
  });

  await test.step("somebody else signs in: nothing of the first one is on the screen or in the plan", async () => {
    await beOnPhone(page, second);
    await expect(page.getByText(/waits? on this phone/)).toHaveCount(0);
    await expect(page.getByText(first.name)).toHaveCount(0);
    const { plan, waits } = await keptOnPhone(page);
    expect(plan).not.toContain(first.userId);
    expect(plan).not.toContain(first.name);
    expect(waits).toEqual([first.userId]);
    await context.setOffline(true);
    await page.goto("/my/today");
    await expect(page.getByText("You are offline.")).toBeVisible();
    await expect(page.getByText(`${ankle}: Done.`)).toHaveCount(0);
    await expect(page.getByText(/waits? on this phone/)).toHaveCount(0);
    await context.setOffline(false);
  });

  await test.step("what the second one reports is sent, the first one's is not, and their sign-out leaves it", async () => {
    await expect(page.getByRole("button", { name: "Sign out" }), "the server's page comes by itself").toBeVisible();
    await openExercise(page, ankle);
    await markOpen(page, "Too easy");
    await expectReported(second, { marks: [{ outcome: "too-easy" }] });
    await page.goto("/my/today");
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.waitForURL(/\/sign-in$/);
    await expectReported(first, { marks: [], aside: 0 });
    expect(await keptOnPhone(page)).toMatchObject({ planOf: null, plan: "", waits: [first.userId] });
  });

  await test.step("it is sent once when its own person is back", async () => {
    await signIn(page, first.signInName, world.password);
    await page.goto("/my/today");
    await expectReported(first, { marks: [{ outcome: "done" }], acts: { mark: 1 } });
    await expectReported(second, { marks: [{ outcome: "too-easy" }], acts: { mark: 1 } });
  });
});

test("stopped meanwhile, a clock that is wrong, a phone that keeps nothing: nothing is lost, and each is answered", async ({
  visits,
}) => {
  expectNoNetwork(visits);
  const person = personOf(world, 3);
  const page = await openPhone(visits, person);
  const context = page.context();

  await test.step("a phone whose clock is a day ahead: the mark is of today all the same", async () => {
    // A phone of its own: the clock is the whole browser's.
    const ahead = await visits.arrive(person.name, phone);
    await putSession(ahead, person.cookie);
    await ahead.clock.install({ time: Date.now() + 86_400_000 });
    await ahead.goto("/my/today");
    await openExercise(ahead, ankle);
    await markOpen(ahead, "Done with this one");
    const today = new Date().toLocaleDateString("en-CA", { timeZone: "America/Chicago" });
    await expectReported(person, { marks: [{ outcome: "done", session: 1, onDay: today }], aside: 0 });
  });

  await test.step("a phone that keeps nothing says so, and sends from the open page", async () => {
    const full = await context.newPage();
    await full.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("no space", "QuotaExceededError");
      };
    });
    await full.goto("/my/today");
    await openExercise(full, ankle);
    await full.route(marksApi, (route) => route.abort());
    const here = full.url();
    await full.getByRole("button", { name: "Too easy", exact: true }).click();
    const said = full.getByText("This phone could not keep your answer, and there is no network. Stay on this page");
    await expect(said).toBeInViewport();
    await expectAccessible(full, "an answer that could not be kept");
    expect(full.url()).toBe(here);
    await full.unroute(marksApi);
    await markOpen(full, "Too easy");
    await expectReported(person, {
      marks: [{ outcome: "done" }, { outcome: "too-easy", session: 2 }],
      acts: { mark: 2 },
    });
    await full.close();
  });

  await test.step("stopped by the therapist while the phone is away: the mark counts, the exercises go at the next contact", async () => {
    await page.goto("/my/today");
    await expect.poll(async () => (await keptOnPhone(page)).plan).toContain('"marks":["done","too-easy",null,null]');
    await context.setOffline(true);
    await openExercise(page, ankle);
    await expect(page.getByText("Time 3 of 4 today")).toBeVisible();
    await markOpen(page, "I could not do it");
    await stopProgramOf(person.patientId);
    await context.setOffline(false);
    const third = { outcome: "could-not", session: 3 };
    await expectReported(person, {
      marks: [{ outcome: "done" }, { outcome: "too-easy" }, third],
      aside: 0,
      acts: { mark: 3 },
    });
    await page.goto("/my/today");
    await expect(page.getByText("Your exercises are paused.")).toBeVisible();
    await expect.poll(async () => (await keptOnPhone(page)).plan).not.toContain("Bombeo de tobillos");
    await context.setOffline(true);
    await page.goto("/my/today");
    await expect(page.getByText("Your exercises are paused.")).toBeVisible();
    await expect(page.getByText(ankle)).toHaveCount(0);
    await expectAccessible(page, "Today paused without network");
  });
});

/** Marks an exercise while its address answers nothing: the mark waits on the phone. */
async function holdBack(page: Page): Promise<void> {
  await page.context().route(marksApi, (route) => route.abort());
  await openExercise(page, ankle);
  await markOpen(page, "Done with this one");
  await page.goto("/my/today");
  await expect.poll(async () => (await keptOnPhone(page)).waits).toHaveLength(1);
}
