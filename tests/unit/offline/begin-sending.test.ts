import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { memoryIndexedDb } from "@/tests/support/memory-indexeddb";
import { beginSending } from "@/app/my/today/check-in/_components/send-check-in";
import { inTime } from "@/lib/offline/in-time";
import { claimPlan } from "@/lib/offline/owner";
import { setPerson } from "@/lib/offline/person";
import { sendUnkept } from "@/lib/offline/post";
import { sendStored } from "@/lib/offline/send";

let records: ReturnType<typeof memoryIndexedDb>;
const body = { idempotencyKey: "key", stage: "before", answers: { saddleNumb: true } } as const;
const answering = (status: number, answer: unknown) => {
  const fetched = vi.fn((_url: string, _init: { body: string }) => Promise.resolve(Response.json(answer, { status })));
  vi.stubGlobal("fetch", fetched);
  return fetched;
};
/** A network that swallows everything, until it is told to fail. */
const silence = () => {
  const { promise, reject } = Promise.withResolvers<Response>();
  vi.stubGlobal("fetch", () => promise);
  return () => {
    reject(new Error("no network"));
  };
};

beforeAll(() => {
  records = memoryIndexedDb();
});
beforeEach(async () => {
  for (const store of records.values()) store.clear();
  setPerson("marigold");
  await claimPlan("marigold");
});
afterAll(() => {
  vi.unstubAllGlobals();
});

test("a check-in is kept and judged while the network says nothing: its answer does not wait for the sending", async () => {
  const fail = silence();
  const { stored, sending } = await beginSending(body);
  expect([stored, records.get("queue")?.size]).toEqual([true, 1]);
  expect(await inTime(sending, 5)).toBeNull();
  fail();
  expect(await inTime(sending, 5000)).toEqual({ status: "waiting", stored: true });
});

test("what is kept aside tells its level and its words", async () => {
  answering(202, { kept: true, why: "too-late", level: "EMERGENCY", messages: ["Go now."] });
  const { sending } = await beginSending(body);
  expect(await sending).toEqual({ status: "kept", why: "too-late", level: "EMERGENCY", messages: ["Go now."] });
});

test("asked again of a report that another page has sent meanwhile, the server is asked again, as no activity", async () => {
  answering(503, null);
  const { sending } = await beginSending(body);
  expect(await sending).toEqual({ status: "waiting", stored: true });
  records.get("queue")?.clear();
  const fetched = answering(200, { checkInId: "1" });
  expect(await sendStored({ kind: "check-in", body }, false)).toEqual({ status: "sent", answer: { checkInId: "1" } });
  expect(fetched.mock.calls[0]?.[0]).toBe("/api/check-ins?quiet");
});

test("what only the page has is sent again under the same key, and as made when it was", async () => {
  const fetched = answering(401, { error: "signed-out" });
  const madeAt = new Date("2026-11-22T15:00:00Z");
  const outcome = await sendUnkept({ kind: "check-in", body }, false, madeAt);
  expect(outcome).toEqual({ status: "waiting", stored: false, isSignedOut: true });
  expect(JSON.parse(fetched.mock.calls[0]?.[1].body ?? "")).toMatchObject({
    ...body,
    reportedAt: madeAt.toISOString(),
  });
});
