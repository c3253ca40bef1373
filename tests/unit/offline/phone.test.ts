import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { memoryIndexedDb, transactionsHere } from "@/tests/support/memory-indexeddb";
import { offlineDatabase } from "@/lib/offline/database";
import { claimPlan, dropPlan, planOf } from "@/lib/offline/owner";
import { setPerson } from "@/lib/offline/person";
import { dropOutdated, storePlan, wipe } from "@/lib/offline/plan-store";
import { keepReport, lostReports, waitingReports } from "@/lib/offline/queue";
import { reportsHere } from "@/lib/offline/waiting-here";
import type { Report } from "@/lib/offline/waiting";

let records: ReturnType<typeof memoryIndexedDb>;
const on = (day: number, time = "12:00") => new Date(`2026-11-${day}T${time}:00Z`);
const planMadeAt = (at: Date) => ({ madeAt: at.toISOString() });

beforeAll(async () => {
  records = memoryIndexedDb();
  vi.useFakeTimers({ toFake: ["Date"] });
  await offlineDatabase();
});
beforeEach(async () => {
  for (const store of records.values()) store.clear();
  vi.setSystemTime(on(22));
  setPerson("marigold");
  await claimPlan("marigold");
});
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const aMark = (key: string): Report => ({
  kind: "mark",
  body: { idempotencyKey: key, lineId: "bridge", session: 1, outcome: "done" },
});
const keys = async () => (await waitingReports()).map(({ body }) => body.idempotencyKey);
const planHere = () => records.get("plan")?.get("plan");

describe("whose plan it is", () => {
  test("another person's plan and begun check-in go when the server gives them a page; the reports stay", async () => {
    await storePlan(planMadeAt(on(22)), "marigold");
    await keepReport(aMark("hers"));
    records.get("begun")?.set("before", { person: "marigold", at: on(22).toISOString(), begun: {} });
    await claimPlan("basil");
    expect([planHere(), records.get("begun")?.size, records.get("queue")?.size]).toEqual([undefined, 0, 1]);
    expect([await planOf("basil"), await planOf("marigold")]).toEqual([
      { isTheirs: true, fetchedAt: null },
      { isTheirs: false, fetchedAt: null },
    ]);
  });

  test("an old page of somebody else takes nothing from it, and puts nothing into it", async () => {
    await claimPlan("basil");
    await storePlan(planMadeAt(on(22)), "basil");
    await dropPlan("marigold");
    expect(await storePlan(planMadeAt(on(21)), "marigold")).toBe(false);
    expect([planHere(), await planOf("basil")]).toMatchObject([planMadeAt(on(22)), { isTheirs: true }]);
  });

  test("a plan that arrives after the sign-out is not kept", async () => {
    await wipe("goes");
    expect(await storePlan(planMadeAt(on(22)), "marigold")).toBe(false);
    expect([planHere(), (await planOf("marigold")).isTheirs]).toEqual([undefined, false]);
  });
});

describe("signing out", () => {
  test("says whether reports of others stay, and knows nothing where the browser does not let itself be asked", async () => {
    await keepReport(aMark("hers"));
    await claimPlan("basil");
    setPerson("basil");
    await keepReport(aMark("his"));
    expect([await wipe("goes"), await keys()]).toEqual(["others", []]);
    setPerson("marigold");
    expect([await keys(), await wipe("goes")]).toEqual([["hers"], "nothing"]);
    const queue = records.get("queue");
    const broken = vi.spyOn(queue ?? new Map<never, never>(), "values").mockImplementation(() => {
      throw new Error("no space");
    });
    expect(await wipe("goes")).toBe("unknown");
    broken.mockRestore();
  });

  test("without a look at the phone empties all but what was not sent", async () => {
    await storePlan(planMadeAt(on(22)), "marigold");
    await keepReport(aMark("hers"));
    records.get("queue")?.set(9, { ...aMark("sent"), person: "marigold", madeAt: on(22).toISOString(), takenAt: "x" });
    await wipe("stays");
    expect([planHere(), await keys(), records.get("queue")?.size]).toEqual([undefined, ["hers"], 1]);
  });
});

test("signed out, the page waits for what it still reads, and keeps nothing more of what runs on", async () => {
  vi.resetModules();
  const page = {
    ...(await import("@/lib/offline/sign-out")),
    ...(await import("@/lib/offline/begun")),
    ...(await import("@/lib/offline/changes")),
    ...(await import("@/lib/offline/owner")),
    ...(await import("@/lib/offline/person")),
    ...(await import("@/lib/offline/queue")),
  };
  vi.stubGlobal("navigator", { onLine: true });
  vi.stubGlobal("fetch", () => Promise.resolve(new Response()));
  page.setPerson("marigold");
  await page.claimPlan("marigold");
  await page.keepBegun("before", { pain: 3 });
  expect(records.get("begun")?.size).toBe(1);
  // What shows the queue reads it once more when it has been emptied, while the browser is about to take the store away.
  let read: Promise<unknown> = Promise.resolve();
  const stop = page.onChange(() => {
    read = page.waitingReports();
  });
  expect(await page.prepareSignOut(false)).toEqual({ is: "ready", left: "nothing" });
  expect(transactionsHere()).toBe(0);
  expect(await read).toEqual([]);
  stop();
  await page.keepBegun("before", { pain: 3 });
  await expect(page.claimPlan("marigold")).rejects.toThrow("left");
  expect([records.get("begun")?.size, records.get("owner")?.size]).toEqual([0, 0]);
  // The files after this one share its modules: theirs is another page.
  vi.resetModules();
});

describe("the age of a report", () => {
  test("is counted by the server's clock: one made before the phone's clock was set right is not too old", async () => {
    await storePlan(planMadeAt(on(22)), "marigold");
    vi.setSystemTime("2020-01-01T00:05:00Z");
    await keepReport(aMark("after the battery was empty"));
    vi.setSystemTime(on(22, "18:00"));
    expect([await keys(), await lostReports()]).toEqual([["after the battery was empty"], 0]);
  });

  test("and one that is seven days old goes, whatever the phone's clock shows", async () => {
    // The phone's clock is five days ahead.
    await storePlan(planMadeAt(on(17)), "marigold");
    await keepReport(aMark("first"));
    vi.setSystemTime(on(28));
    await keepReport(aMark("second"));
    vi.setSystemTime(on(29, "13:00"));
    expect([await keys(), await lostReports()]).toEqual([["second"], 1]);
  });

  test("also where nobody is signed in", async () => {
    await keepReport(aMark("hers"));
    records.get("begun")?.set("before", { person: "marigold", at: on(21).toISOString(), begun: {} });
    vi.setSystemTime(on(29, "13:00"));
    await dropOutdated();
    expect([records.get("queue")?.size, records.get("begun")?.size]).toEqual([0, 0]);
  });
});

test("where nobody is signed in, what waits is counted whoever made it, not what was sent or is too old", async () => {
  await keepReport(aMark("hers"));
  setPerson("basil");
  await keepReport(aMark("his"));
  vi.setSystemTime(on(23));
  await keepReport(aMark("his later"));
  const queue = records.get("queue");
  for (const [n, report] of queue ?? []) {
    if (JSON.stringify(report).includes("his later"))
      queue?.set(n, { ...Object(report), takenAt: on(23).toISOString() });
  }
  expect([await reportsHere(on(22)), await reportsHere(on(30))]).toEqual([2, 0]);
});
