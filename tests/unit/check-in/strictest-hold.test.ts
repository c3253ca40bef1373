import { expect, it } from "vitest";
import { openHoldsSchema, strictestHold } from "@/lib/records/today/strictest-hold";

const ofAnswers = {
  ...{ isSuspension: false, level: "HOLD_NOTIFY_PT", checkInId: "c", easyActivityAllowed: true },
  ...{ owner: "Priya Sandpiper", dueAt: "2026-11-22T15:00:00Z", placed: null },
};
const ofSurgeon = {
  ...{ isSuspension: true, level: null, checkInId: null, easyActivityAllowed: true, owner: null, dueAt: null },
  placed: { by: "Dr. Elias Kingfisher", cause: "waits-for-review" },
};
const strictest = (...holds: object[]) => strictestHold(openHoldsSchema.parse(holds));

it("promises no call for what a clinician placed, and tells who did and why", () => {
  expect(strictest(ofSurgeon)).toMatchObject({
    isSuspension: true,
    caller: null,
    callBy: null,
    placed: ofSurgeon.placed,
  });
  const fromBefore = { ...ofSurgeon, placed: { by: "Priya Sandpiper", cause: "a cause of its own" } };
  expect(strictest(fromBefore)?.placed).toEqual({ by: "Priya Sandpiper", cause: "other-reason" });
});

it("tells the call that is owed before it, and stays a suspension", () => {
  expect(strictest(ofSurgeon, ofAnswers)).toEqual({
    ...{ isEmergency: false, isSuspension: true, easyActivityAllowed: true, checkInId: "c", placed: null },
    ...{ caller: "Priya Sandpiper", callBy: "2026-11-22T15:00:00.000Z" },
  });
  expect(strictest()).toBeNull();
});
