import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { resolveAlertSchema } from "@/lib/schemas/alert";
import { checkInSchema } from "@/lib/schemas/check-in";
import { requestClearanceSchema } from "@/lib/schemas/clearance";
import { givenDay, givenInstant } from "@/lib/schemas/day";
import { exerciseMarkSchema } from "@/lib/schemas/exercise-log";
import { liftHoldSchema } from "@/lib/schemas/hold";
import { kilograms, readVersion } from "@/lib/schemas/numbers";
import { admitPatientSchema } from "@/lib/schemas/patient";
import { draftLineSchema } from "@/lib/schemas/program";
import { signRevisionSchema } from "@/lib/schemas/revision";
import { signInSchema } from "@/lib/schemas/sign-in";
import { searchTermSchema } from "@/lib/schemas/worklist";
import { optionalWords } from "@/lib/schemas/typed-text";
import { words } from "@/lib/schemas/words";
import { z } from "zod";

const id = "019aa5b1-0000-7000-8000-000000000001";

/** The messages of a refusal, by field. */
function wrongIn(schema: z.core.$ZodType, given: unknown): Record<string, string> {
  const issues = z.safeParse(schema, given).error?.issues ?? [];
  return Object.fromEntries(issues.map(({ path, message }) => [path.join("."), message]));
}

describe("words", () => {
  it.each(["a\0b", "a\u0007b", "a\u0085b", "a\nb", "a\tb", "a\ud800", "\udc00a"])("refuses %j on one line", (text) => {
    expect(wrongIn(words(9), text)).toEqual({ "": "badCharacters" });
  });

  it("keeps lines and tabs where lines are written, and nothing else that is no character", () => {
    const lines = words(20, { multiline: true });
    expect(lines.parse(" one\r\ntwo\rthree\tfour ")).toBe("one\ntwo\nthree\tfour");
    for (const text of ["a\0b", "a\u001bb", "a\ud800b"]) expect(wrongIn(lines, text)).toEqual({ "": "badCharacters" });
    expect(lines.parse("👩‍⚕️ año")).toBe("👩‍⚕️ año");
  });

  it("composes, so that what is signed reads back as it was signed", () => {
    expect(words(9).parse("Jose\u0301")).toBe("José");
    fc.assert(
      fc.property(fc.array(fc.nat(0xffff), { maxLength: 20 }), (units) => {
        const text = String.fromCharCode(...units);
        const read = words(100, { multiline: true }).safeParse(text);
        if (read.success) expect(Buffer.from(read.data, "utf8").toString("utf8")).toBe(read.data);
      }),
    );
  });

  it("says what is missing, too long or no text", () => {
    expect(wrongIn(words(3), "four")).toEqual({ "": "tooLong" });
    expect(wrongIn(words(3), 4)).toEqual({ "": "required" });
    expect(wrongIn(words(3).min(1, "required"), " ")).toEqual({ "": "required" });
    expect([optionalWords(3).parse(undefined), optionalWords(3).parse(" ")]).toEqual([null, null]);
  });
});

describe("days and instants", () => {
  it.each([
    ["1899-12-31", "outOfRange"],
    ["0000-01-01", "outOfRange"],
    ["0900-01-01", "outOfRange"],
    ["2101-01-01", "outOfRange"],
    ["2026-02-29", "badDay"],
    ["2026-13-01", "badDay"],
    [20260101, "badDay"],
  ])("refuses %j: %s", (day, key) => {
    expect(givenDay.safeParse(day).error?.issues[0]?.message).toBe(key);
  });

  it("takes the days of a life and of a plan", () => {
    for (const day of ["1900-01-01", "2028-02-29", "2100-12-31"]) expect(givenDay.parse(day)).toBe(day);
  });

  it("refuses instants that no phone's clock shows", () => {
    for (const at of ["0300-01-01T00:00:00Z", "2026-02-30T00:00:00Z", "2026-02-20T10:00:00", "x"]) {
      expect(givenInstant.safeParse(at).error?.issues[0]?.message).toBe("badTime");
    }
    expect(givenInstant.parse("2026-02-20T10:00:00.123+05:30")).toBe("2026-02-20T10:00:00.123+05:30");
  });
});

describe("numbers", () => {
  it("takes every tenth of a kilogram, and nothing finer", () => {
    for (let tenths = 1; tenths <= 2000; tenths += 1) expect(kilograms(0.1).safeParse(tenths / 10).success).toBe(true);
    for (const kg of [4.56, 0.15, 199.99]) expect(wrongIn(kilograms(0.1), kg)).toEqual({ "": "oneDecimal" });
    expect(wrongIn(kilograms(0.1), 200.1)).toEqual({ "": "outOfRange" });
  });

  it("takes no version that the database cannot count", () => {
    for (const version of [0, 1.5, 2 ** 31, Number.MAX_SAFE_INTEGER, "1"])
      expect(wrongIn(readVersion, version)).toEqual({ "": "badId" });
  });
});

describe("every text and day of a form", () => {
  const line = { id, phase: 1, exercise: "ankle-pumps", dosage: {} };
  const report = { idempotencyKey: id, stage: "before", answers: {} };
  const sign = { programId: id, version: 1, askFor: [], question: "", password: "x" };

  it.each([
    [resolveAlertSchema, { alertId: id, version: 1 }, "reason"],
    [liftHoldSchema, { holdId: id }, "reason"],
    [requestClearanceSchema, { patientId: id, subjectId: "RUNNING" }, "question"],
    [requestClearanceSchema, { patientId: id, question: "May they?" }, "subjectId"],
    [draftLineSchema, line, "noteToPatient"],
    [draftLineSchema, line, "overrideReason"],
    [draftLineSchema, { ...line, exercise: undefined }, "exercise"],
    [signRevisionSchema, sign, "question"],
    [signInSchema, { password: "x" }, "name"],
    [checkInSchema.shape.corrects.unwrap(), { checkInId: id }, "reason"],
  ])("refuses what cannot be stored (%#: %o, %s)", (schema, rest, field) => {
    for (const text of ["a\0b", "a\ud800b"])
      expect(wrongIn(schema, { ...rest, [field]: text })).toEqual({ [field]: "badCharacters" });
  });

  it("of the form for a new patient", () => {
    const bad = "a\0b";
    const identity = { givenName: bad, familyName: bad, mrn: bad, phone: bad, signInName: bad };
    const restriction = { kind: "lift-limit", kg: 4.56, untilDate: "0900-01-01" };
    const episode = { technique: bad, protocolId: bad, procedureDate: "0000-01-01", restrictions: [restriction] };
    const treated = { procedureType: "fusion", region: "LUMBAR", levels: ["L4–L5"], surgeonId: id, conditions: [] };
    const given = {
      identity: { ...identity, locale: "en", birthDate: "1899-12-31" },
      episode: { ...treated, ...episode },
    };
    expect(wrongIn(admitPatientSchema, given)).toEqual({
      ...Object.fromEntries(Object.keys(identity).map((name) => [`identity.${name}`, "badCharacters"])),
      "identity.birthDate": "outOfRange",
      "episode.technique": "badCharacters",
      "episode.protocolId": "badCharacters",
      "episode.procedureDate": "outOfRange",
      "episode.restrictions.0.kg": "oneDecimal",
      "episode.restrictions.0.untilDate": "outOfRange",
    });
  });

  it("of a report and of an exercise's mark", () => {
    expect(wrongIn(checkInSchema, { ...report, onDay: "0000-01-01", reportedAt: "0300-01-01T00:00:00Z" })).toEqual({
      onDay: "outOfRange",
      reportedAt: "badTime",
    });
    const mark = { idempotencyKey: id, lineId: id, outcome: "done" };
    expect(wrongIn(exerciseMarkSchema, { ...mark, onDay: "0900-01-01" })).toEqual({ onDay: "outOfRange" });
  });

  it("of the search: what cannot be searched for is no search", () => {
    expect(searchTermSchema.parse(" mari ")).toBe("mari");
    for (const term of ["a\0", "\ud800", "x".repeat(81), null, ["a"]]) expect(searchTermSchema.parse(term)).toBe("");
  });
});
