import { describe, expect, test } from "vitest";
import { freshAddress } from "@/app/offline/_components/fresh-page";
import { addressAfter } from "@/app/my/today/exercise/[lineId]/_components/addresses";
import { placeOf } from "@/app/offline/_components/place";

const at = (path: string) => placeOf(new URL(path, "https://clinic.test"));

describe("the place of an address without network", () => {
  test.each([
    ["/my/today", { kind: "today" }],
    ["/offline", { kind: "today" }],
    ["/sign-in", { kind: "today" }],
    ["/my/today?after=a", { kind: "today", after: "a" }],
    ["/my/today/exercise/b?after=a", { kind: "exercise", lineId: "b", after: "a" }],
    ["/my/today/check-in", { kind: "check-in", stage: "before", isOfYesterday: false, skipped: null }],
    [
      "/my/today/check-in?stage=follow-up&of=yesterday",
      { kind: "check-in", stage: "follow-up", isOfYesterday: true, skipped: null },
    ],
    [
      addressAfter([], { lineId: "a", session: 2, outcome: "skipped-it-hurts" }),
      { kind: "check-in", stage: "skip", isOfYesterday: false, skipped: { lineId: "a", session: 2 } },
    ],
    [
      "/my/today/check-in?stage=skip&after=a&session=x",
      { kind: "check-in", stage: "skip", isOfYesterday: false, skipped: null },
    ],
    ["/my/today/check-in?stage=after&corrects=c", { kind: "correction" }],
    ["/my/today/check-in?stage=other", { kind: "elsewhere", tab: "today" }],
    ["/my/today/check-in/c", { kind: "result", checkInId: "c" }],
    ["/my/today/print", { kind: "elsewhere", tab: "today" }],
    ["/my/allowed/ask", { kind: "elsewhere", tab: "allowed" }],
    ["/my/record", { kind: "elsewhere", tab: "today" }],
  ])("%s", (path, place) => {
    expect(at(path)).toEqual(place);
  });
});

describe("where the server shows the same", () => {
  const fresh = (path: string, sent = new Map<string, { status: string }>()) =>
    freshAddress(at(path), `https://clinic.test${path}`, sent);

  test("the same address, and Today for the shell's own", () => {
    expect(fresh("/my/today/check-in?stage=after")).toBe("/my/today/check-in?stage=after");
    expect(fresh("/offline")).toBe("/my/today");
  });

  test("an answer judged here stands at the server by the same key, also where it was kept aside; Today where it was refused", () => {
    const path = "/my/today/check-in/key";
    expect(fresh(path, new Map([["key", { status: "sent" }]]))).toBe(path);
    expect(fresh(path, new Map([["key", { status: "kept" }]]))).toBe(path);
    expect(fresh(path, new Map([["key", { status: "refused" }]]))).toBe("/my/today");
  });
});
