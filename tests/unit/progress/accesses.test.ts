import { expect, it } from "vitest";
import { accessKindOf } from "@/lib/records/record/access-kinds";
import { groupAccesses } from "@/lib/records/record/group-accesses";

const priya = { actorId: "1", name: "Priya Sandpiper", role: "therapist" } as const;
const elias = { actorId: "2", name: "Dr. Elias Kingfisher", role: "surgeon" } as const;

it("groups what was done by the clinic's day and the person; parts of one page are one look", () => {
  const days = groupAccesses(
    [
      { ...priya, at: "2026-11-22T06:10:30.000Z", kind: "looked" },
      { ...priya, at: "2026-11-22T06:10:29.000Z", kind: "looked" },
      { ...priya, at: "2026-11-22T06:02:00.000Z", kind: "program" },
      { ...elias, at: "2026-11-22T05:10:00.000Z", kind: "looked" },
      { ...priya, at: "2026-11-22T05:05:00.000Z", kind: "looked" },
      { ...priya, at: "2026-11-22T04:59:00.000Z", kind: "looked" },
    ],
    "America/Chicago",
  );
  expect(days.map(({ on, people }) => [on, people.map(({ name }) => name)])).toEqual([
    ["2026-11-22", ["Priya Sandpiper"]],
    ["2026-11-21", ["Dr. Elias Kingfisher", "Priya Sandpiper"]],
  ]);
  expect(days[0]?.people[0]?.acts).toEqual([
    { kind: "looked", times: ["2026-11-22T06:10:30.000Z"] },
    { kind: "program", times: ["2026-11-22T06:02:00.000Z"] },
  ]);
  expect(days[1]?.people[1]?.acts[0]?.times).toHaveLength(2);
});

it("calls an act that it does not know a look, rather than leaving it out", () => {
  expect(accessKindOf("evidence.record")).toBe("exam");
  expect(accessKindOf("something.new")).toBe("looked");
});
