import { describe, expect, test } from "vitest";
import { dayIn } from "@/lib/dates";
import { backoffSec, isStale, isTooOld, needsSignIn, readAnswer, sortQueue, stillBegun } from "@/lib/offline/rules";
import { outcomeOf } from "@/lib/offline/post";

const now = new Date("2026-11-22T15:00:00Z");
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000).toISOString();

describe("what the phone keeps", () => {
  test("is kept for seven days; without an instant of its own not at all", () => {
    expect([ago(0), ago(7 * 24 - 1), ago(7 * 24), "", "yesterday"].map((at) => isTooOld(at, now))).toEqual([
      false,
      false,
      true,
      true,
      true,
    ]);
    expect([ago(23), ago(24), ""].map((at) => stillBegun(at, now))).toEqual([true, false, false]);
  });

  test("is the queue of the person at hand; somebody else's is neither theirs nor dropped, until it is too old", () => {
    const report = (person: string, hours: number, takenAt?: string) => ({
      person,
      madeAt: ago(hours),
      ...(takenAt === undefined ? {} : { takenAt }),
    });
    const [first, other, sent, second, old, oldOther] = [
      report("marigold", 50),
      report("someone", 40),
      report("marigold", 30, ago(1)),
      report("marigold", 2),
      report("marigold", 200),
      report("someone", 200),
    ];
    const queue = [first, other, sent, second, old, oldOther];
    expect(sortQueue(queue, "marigold", now)).toEqual({
      mine: [first, second],
      taken: [sent],
      others: [other],
      outdated: [old, oldOther],
    });
    expect(sortQueue(queue, null, now).mine).toEqual([]);
  });
});

test("a plan is fetched again after ten minutes, on a new day of the clinic, and when the clock was set back", () => {
  const stale = (at: string | null, time = now, zone = "America/Chicago") => isStale(at, time, (of) => dayIn(zone, of));
  expect([null, ago(0), ago(0.1), ago(0.2), ago(-1), "nonsense"].map((at) => stale(at))).toEqual([
    true,
    false,
    false,
    true,
    true,
    true,
  ]);
  // Midnight in Chicago is six in the morning UTC.
  expect(stale("2026-11-22T05:58:00Z", new Date("2026-11-22T06:01:00Z"))).toBe(true);
  expect(stale("2026-11-22T05:58:00Z", new Date("2026-11-22T06:01:00Z"), "UTC")).toBe(false);
});

describe("the server's answer to a report", () => {
  test.each([
    [201, { checkInId: "1" }, { is: "sent", answer: { checkInId: "1" } }],
    [200, { checkInId: "1" }, { is: "sent", answer: { checkInId: "1" } }],
    [202, { kept: true, why: "program-ended" }, { is: "kept", why: "program-ended", level: null, messages: [] }],
    [
      202,
      { kept: true, why: "too-late", level: "EMERGENCY", messages: ["Go now."] },
      { is: "kept", why: "too-late", level: "EMERGENCY", messages: ["Go now."] },
    ],
    [422, { error: "invalid", fields: { onDay: "tooOld" } }, { is: "refused", fields: { onDay: "tooOld" } }],
    [422, { error: "refused", reason: "too-late" }, { is: "refused", fields: { report: "too-late" } }],
    [404, { error: "not-found" }, { is: "refused", fields: {} }],
  ])("%i %j is for good", (status, body, answered) => {
    expect(readAnswer(status, body)).toEqual(answered);
  });

  test.each([
    ["a page of a hotel's network", 200, undefined],
    ["a stranger's sign-in page", 401, { error: "password" }],
    ["somebody else is signed in", 409, { error: "other-person" }],
    ["the origin check", 403, undefined],
    ["too many requests", 429, { error: "later" }],
    ["a handler that is not there", 404, undefined],
    ["the database is away", 503, undefined],
    ["a list is no answer of ours", 201, []],
  ])("%s: it stays in the queue, and so do those behind it", (_, status, body) => {
    expect(readAnswer(status, body)).toEqual({ is: "waiting", stop: true });
  });

  test("signed out, it stays too, and is sent once its person has signed in", () => {
    const waiting = { is: "waiting", stop: true, isSignedOut: true };
    expect(readAnswer(401, { error: "signed-out" })).toEqual(waiting);
  });

  test("one that the server stumbles over stays, and does not hold up those behind it", () => {
    expect(readAnswer(500, undefined)).toEqual({ is: "waiting", stop: false });
    expect(readAnswer(500, { error: "broken" })).toEqual({ is: "waiting", stop: false });
  });
});

test("attempts come ever more rarely, and never later than after five minutes", () => {
  expect([0, 1, 2, 3, 8, 9, 50].map(backoffSec)).toEqual([2, 2, 4, 8, 256, 300, 300]);
});

test("only the server's own word that nobody is signed in asks to sign in; no network does not", () => {
  const of = (...answers: Parameters<typeof outcomeOf>[0][]) =>
    needsSignIn(new Map(answers.map((answer, n) => [String(n), outcomeOf(answer, true)])));
  expect(of(readAnswer(200, {}), readAnswer(401, { error: "signed-out" }))).toBe(true);
  expect(of(readAnswer(200, {}), readAnswer(401, undefined), readAnswer(503, {}))).toBe(false);
});
