import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { idleClock } from "@/components/shell/idle-clock";
import { clockOf, countsAsActivity, secondsOfWarning, spokenSeconds } from "@/components/shell/idle-timing";
import { idleMinutesOf } from "@/lib/access/idle-limit";

const start = Date.UTC(2026, 10, 21, 9);
const at = (minutes: number, seconds = 0) => start + minutes * 60_000 + seconds * 1000;

describe("the warning before a session ends for idleness", () => {
  it.each([
    [0, 0, null],
    [12, 59, null],
    [13, 0, 120],
    [14, 59, 1],
    [15, 0, 0],
    [500, 0, 0],
  ])("of a clinician after %i min %i s: %s", (minutes, seconds, left) => {
    expect(secondsOfWarning(start, at(minutes, seconds), idleMinutesOf("surgeon"))).toBe(left);
  });

  it("comes to patients after 58 minutes", () => {
    expect(secondsOfWarning(start, at(57, 59), idleMinutesOf("patient"))).toBeNull();
    expect(secondsOfWarning(start, at(58), idleMinutesOf("patient"))).toBe(120);
  });

  it("is read as a clock and spoken only at its steps", () => {
    expect([120, 65, 60, 9, 0].map(clockOf)).toEqual(["2:00", "1:05", "1:00", "0:09", "0:00"]);
    expect([120, 61, 60, 21, 20, 1].map(spokenSeconds)).toEqual([120, 120, 60, 60, 20, 20]);
  });
});

describe("what the server counts as activity", () => {
  const origin = "https://phasewise.example";
  it.each([
    ["an action", { name: `${origin}/worklist` }, true],
    ["a call of ours", { name: `${origin}/api/check-ins` }, true],
    ["what a page asks by itself", { name: `${origin}/api/drafts/presence?quiet` }, false],
    ["a refused call", { name: `${origin}/api/check-ins`, responseStatus: 503 }, false],
    ["a page fetched ahead", { name: `${origin}/clearances?_rsc=1x2y` }, false],
    ["a part of the program", { name: `${origin}/_next/static/chunks/a.js`, initiatorType: "script" }, false],
    ["somebody else's", { name: "https://elsewhere.example/worklist" }, false],
  ])("%s", (_, request, counts) => {
    expect(countsAsActivity({ initiatorType: "fetch", responseStatus: 200, ...request }, origin)).toBe(counts);
  });
});

describe("the clock of a page", () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: start });
    vi.stubGlobal("window", new EventTarget());
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("starts anew with activity, and leaves once when the time is over", () => {
    const leave = vi.fn();
    const clock = idleClock(15, leave);
    const stop = clock.subscribe(() => undefined);
    vi.advanceTimersByTime(13.5 * 60_000);
    expect(clock.secondsLeft()).toBe(90);
    clock.active();
    expect(clock.secondsLeft()).toBeNull();
    vi.advanceTimersByTime(14 * 60_000);
    expect(clock.secondsLeft()).toBe(60);
    expect(leave).not.toHaveBeenCalled();
    vi.advanceTimersByTime(5 * 60_000);
    expect(leave).toHaveBeenCalledTimes(1);
    stop();
  });

  it("knows after a sleep that the time is over, whatever was counted", () => {
    const leave = vi.fn();
    const stop = idleClock(15, leave).subscribe(() => undefined);
    vi.setSystemTime(at(200));
    window.dispatchEvent(new Event("focus"));
    expect(leave).toHaveBeenCalledTimes(1);
    stop();
  });
});
