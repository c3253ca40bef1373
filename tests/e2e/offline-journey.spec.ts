import { expectAccessible } from "../support/e2e-axe";
import { loadPhones } from "../support/e2e-load-world";
import type { PhoneWorld } from "../support/e2e-phones";
import { answerSigns, quietCheckIn } from "./check-in-steps";
import { expect, test } from "./fixtures";
import { expectNarrow } from "./page-steps";
import {
  expectNoNetwork,
  expectReported,
  keptOnPhone,
  markOpen,
  openExercise,
  openPhone,
  personOf,
} from "./phone-steps";

const ankle = "Ankle pumps";
const dayMs = 86_400_000;

let world: PhoneWorld;

test.describe.configure({ mode: "default", timeout: 90_000 });
test.beforeAll(async () => {
  world = await loadPhones(2);
});

test("a day without network is sent once, though the page was closed, days passed and an answer got lost", async ({
  visits,
}) => {
  expectNoNetwork(visits);
  const person = personOf(world, 0);
  const page = await openPhone(visits, person);
  const context = page.context();

  await test.step("the network goes: list, exercise, marks and check-in go on", async () => {
    await context.setOffline(true);
    await openExercise(page, ankle);
    await expect(page.getByText("You are offline.")).toBeVisible();
    const counter = page.getByRole("region", { name: "Counter" });
    await counter.getByRole("button", { name: "Tap after each one" }).click();
    await expect(counter.getByRole("status")).toHaveText(/^1 of \d+$/);
    await expectAccessible(page, "an exercise without network");
    await expectNarrow(page, "an exercise without network");
    await markOpen(page, "Done with this one");
    await expect(page.getByText(`${ankle}: Done.`)).toBeVisible();
    await markOpen(page, "Too easy");
    await page.goto("/my/today");
    await expect(page.getByText(/^.*2 reports wait on this phone/)).toBeVisible();
    await quietCheckIn(page, 3, page.getByRole("link", { name: "Check in", exact: true }));
    await expectAccessible(page, "an answer without network");
    await expectNarrow(page, "an answer without network");
    await expectReported(person, { checkIns: [], marks: [] });
  });

  await page.close();
  const later = await context.newPage();
  await test.step("three days later it opens again: it says how old the plan is, and that all of it waits", async () => {
    await later.clock.install({ time: Date.now() + 3 * dayMs });
    await later.goto("/my/today");
    await expect(later.getByText(/This plan is from 3 days ago\..*3 reports wait on this phone/)).toBeVisible();
    await expectAccessible(later, "Today without network");
    await expectNarrow(later, "Today without network");
  });

  await test.step("the network is back for two pages at once, and swallows one answer: each is written once, for its day", async () => {
    const beside = await context.newPage();
    await beside.clock.install({ time: Date.now() + 3 * dayMs });
    await beside.goto("/my/today");
    let lost = 0;
    await context.route(
      /\/api\/exercise-marks/,
      async (route) => {
        lost = (await route.fetch()).status();
        await route.abort();
      },
      { times: 1 },
    );
    await context.setOffline(false);
    const onDay = new Date(Date.now() - 3 * dayMs).toLocaleDateString("en-CA", { timeZone: "America/Chicago" });
    await expectReported(person, {
      checkIns: [{ stage: "before", level: "NORMAL_SORENESS", onDay }],
      marks: [
        { outcome: "done", session: 1, onDay },
        { outcome: "too-easy", session: 1, onDay },
      ],
      aside: 0,
      acts: { checkIn: 1, mark: 2 },
      alerts: [],
    });
    expect(lost).toBe(201);
    // The page opens the server's one meanwhile, which sends the rest when it has come to rest.
    await expect(async () => expect((await keptOnPhone(later)).waits).toEqual([])).toPass({ timeout: 30_000 });
  });
});

test("a red flag without network: what to do at once, the stop here, and one alert when the network is back", async ({
  visits,
}) => {
  expectNoNetwork(visits);
  const person = personOf(world, 1);
  const page = await openPhone(visits, person);
  const context = page.context();
  const exercise = await page.getByRole("link", { name: new RegExp(`^${ankle}`) }).getAttribute("href");

  await test.step("it is judged here, says whom to call, and claims nothing", async () => {
    await context.setOffline(true);
    await page.goto("/my/today/check-in");
    await expect(page.getByText("You are offline.")).toBeVisible();
    await expectAccessible(page, "the check-in without network");
    await expectNarrow(page, "the check-in without network");
    await page.getByRole("radio", { name: /^3$/ }).check();
    await page.getByRole("button", { name: "Continue" }).click();
    await answerSigns(page, "New: I cannot pass urine");
    await expect(page.getByRole("heading", { level: 1, name: "Go to the emergency room now" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Call 911" })).toHaveAttribute("href", "tel:911");
    await expect(page.getByRole("link", { name: /Call the spine clinic/ })).toHaveAttribute("href", /^tel:\d+/);
    await expect(page.getByText("Please stop your exercises. Nobody has seen your answers yet.")).toBeVisible();
    await expect(page.getByText(/sees your answer now|were told/)).toHaveCount(0);
    await expectAccessible(page, "an emergency without network");
    await expectNarrow(page, "an emergency without network");
  });

  await test.step("the session is over: no exercise in the list, none by its address", async () => {
    await page.goto("/my/today");
    await expect(page.getByText(/Your clinic has not been told yet\. Call now\./).first()).toBeVisible();
    await expect(page.getByText(ankle)).toHaveCount(0);
    await expectAccessible(page, "Today stopped without network");
    await page.goto(exercise ?? "");
    await expect(page.getByRole("heading", { name: "This exercise is not open now" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Done with this one" })).toHaveCount(0);
  });

  await page.close();
  const [later, beside] = [await context.newPage(), await context.newPage()];
  await test.step("the network is back for two pages at once: one row, one alert, one stop", async () => {
    for (const each of [later, beside]) {
      await each.goto("/my/today");
      await expect(each.getByText(/1 report waits on this phone/)).toBeVisible();
    }
    await context.setOffline(false);
    await expectReported(person, {
      checkIns: [{ stage: "before", level: "EMERGENCY" }],
      acts: { checkIn: 1, mark: 0 },
      alerts: ["EMERGENCY"],
      holds: 1,
    });
    await expect(later.getByRole("button", { name: "Sign out" }), "the server's page comes by itself").toBeVisible();
    await expect(later.getByText("Your exercises are stopped.")).toBeVisible();
    await expect.poll(async () => (await keptOnPhone(later)).waits).toEqual([]);
  });

  await test.step("the wrong answer is corrected: a new row, judged again; the stop stays until somebody lifts it", async () => {
    await later.getByRole("link", { name: "See what to do" }).click();
    await later.getByRole("link", { name: "I chose the wrong answer" }).click();
    await expect(later.getByText(/^You are changing an earlier answer\. Your exercises stay stopped/)).toBeVisible();
    await quietCheckIn(later, 3, undefined, "stopped");
    await expectReported(person, {
      checkIns: [{ level: "EMERGENCY" }, { level: "NORMAL_SORENESS" }],
      acts: { checkIn: 2, mark: 0 },
      holds: 1,
    });
    await later.goto("/my/today");
    await expect(later.getByText("Your exercises are stopped.")).toBeVisible();
    await expect(later.getByText(ankle)).toHaveCount(0);
  });
});
