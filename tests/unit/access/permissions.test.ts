import { describe, expect, it } from "vitest";
import { roles } from "@/lib/access/actor";
import { may, permissions, requirePermission } from "@/lib/access/permissions";
import { Denied, NotFound } from "@/lib/errors";

/** The whole matrix, written out: a new permission without a row fails. Columns: therapist, surgeon, patient, administrator. */
const matrix: Record<string, string> = {
  "worklist.read": "TS..",
  "patient.read": "TS..",
  "patient.create": "T...",
  "episode.read": "TS..",
  "episode.conditions": "TS..",
  "episode.protocols": "TS..",
  "episode.timeline": ".S..",
  "episode.end": "TS..",
  "episode.open": "T...",
  "restriction.order": "TS..",
  "restriction.end": ".S..",
  "program.write": "T...",
  "program.sign": "T...",
  "clearance.request": "T...",
  "clearance.decide": "TS..",
  "clearance.inbox": "TS..",
  "question.answer": "T...",
  "evidence.record": "TS..",
  "phase.advance": "T...",
  "phase.step-back": "T...",
  "program.complete": "T...",
  "alert.answer": "TS..",
  "hold.place": "TS..",
  "hold.lift": "TS..",
  "sources.read": "TS.A",
  "settings.read": "TS.A",
  "settings.change": "TS..",
  "defaults.review": "TS..",
  "library.read": "TS.A",
  "library.prefer": "TS..",
  "library.write": "TS..",
  "template.read": "TS.A",
  "template.write": "TS..",
  "template.publish": "TS.A",
  "people.read": "...A",
  "audit.read": "...A",
  "own.read": "..P.",
  "own.export": "..P.",
  "own.report": "..P.",
  "own.ask": "..P.",
};

describe("the role × permission matrix", () => {
  it("has a row for every permission, and no other", () => {
    expect(permissions.toSorted()).toEqual(Object.keys(matrix).toSorted());
  });

  it.each(permissions.flatMap((permission) => roles.map((role, column) => ({ permission, role, column }))))(
    "$role, $permission",
    ({ permission, role, column }) => {
      expect(may(role, permission)).toBe(matrix[permission]?.charAt(column) !== ".");
    },
  );
});

describe("a permission that is missing", () => {
  it("answers as what does not exist", () => {
    const actor = {
      clinicId: "c",
      userId: "u",
      sessionId: "s",
      role: "patient" as const,
      patientId: "p",
      displayName: "Linden Mallow",
      printedName: "Linden Mallow",
      locale: "en" as const,
      clinic: {
        name: "Lakeside",
        timeZone: "America/Chicago",
        country: "US",
        emergencyNumber: "911",
        phone: "(555) 555-0100",
        massUnit: "kg" as const,
        isDemo: false,
      },
      requestId: "r",
    };
    expect(() => requirePermission(actor, "patient.create")).toThrow(Denied);
    expect(() => requirePermission(actor, "patient.create")).toThrow(NotFound);
    expect(() => requirePermission(actor, "own.read")).not.toThrow();
  });
});
