import crypto from "node:crypto";
import { encode } from "next-auth/jwt";
import { expect, test, vi } from "vitest";
import { openSeal } from "@/lib/access/open-seal";

const secret = "a secret of this test and of nothing else";
const hour = 3_600_000;
const sealed = (token: Record<string, unknown>, maxAge = 3600) => encode({ token, secret, maxAge });

test("a seal says its session, the first time and again", async () => {
  const seal = await sealed({ sid: "session-1" });
  expect(await openSeal(seal, secret)).toBe("session-1");
  expect(await openSeal(seal, secret)).toBe("session-1");
});

test("a seal whose time is over says nothing, although it was opened before", async () => {
  const seal = await sealed({ sid: "session-2" });
  expect(await openSeal(seal, secret)).toBe("session-2");
  expect(await openSeal(seal, secret, Date.now() + hour + 1000)).toBeNull();
  expect(await openSeal(seal, secret, Date.now() + hour + 1000)).toBeNull();
});

test.each([
  ["another secret's", () => encode({ token: { sid: "session-3" }, secret: "another secret" })],
  ["changed by a character", async () => `${(await sealed({ sid: "session-3" })).slice(0, -2)}AA`],
  ["without a session", () => sealed({ name: "nobody" })],
  ["over already", () => sealed({ sid: "session-3" }, -60)],
  ["no seal", () => "not a seal"],
])("a seal that is %s says nothing, however often", async (_, make) => {
  const seal = await make();
  expect(await openSeal(seal, secret)).toBeNull();
  expect(await openSeal(seal, secret)).toBeNull();
});

test("a seal that was opened with one secret is not open with another", async () => {
  const seal = await sealed({ sid: "session-4" });
  expect(await openSeal(seal, secret)).toBe("session-4");
  expect(await openSeal(seal, "another secret")).toBeNull();
});

test("it is deciphered once, and again when a thousand others came in between", async () => {
  const deciphered = vi.spyOn(crypto, "createDecipheriv");
  const first = await sealed({ sid: "first" });
  await openSeal(first, secret);
  await openSeal(first, secret);
  expect(deciphered).toHaveBeenCalledTimes(1);
  for (let n = 0; n < 1000; n += 1) await openSeal(await sealed({ sid: `other-${n}` }), secret);
  deciphered.mockClear();
  expect(await openSeal(first, secret)).toBe("first");
  expect(deciphered).toHaveBeenCalledTimes(1);
  deciphered.mockRestore();
});
