import { describe, expect, it } from "vitest";
import { templateKept } from "@/app/(clinic)/templates/[templateId]/edit/_components/template-kept";
import { aLine } from "./given";

const templateId = "0f9d1c58-8a57-4c38-9a53-1f0f0f4d1c01";
const line = aLine("6f7f1a52-8f4e-4c49-9d0f-6f1fbb0d7a01");
const draft = { programId: templateId, version: 3, follows: 0, startPhase: 1 };

describe("the lines of a template as they are sent", () => {
  it("say of every line whether an assignment takes it, and never hold a note", () => {
    const noted = { ...line, noteToPatient: "Slowly.", startReason: { en: "x", es: "y" } };
    const checked = templateKept.check({ ...draft, lines: [noted] });
    if (!("data" in checked)) throw new Error(JSON.stringify(checked.fields));
    expect(templateKept.address.bodyOf(checked.data)).toEqual({
      ...{ templateId, version: 3, follows: 0 },
      lines: [{ ...line, noteToPatient: null, starting: false, startReason: null }],
    });
  });

  it("name the field that cannot be saved", () => {
    const lines = [{ ...line, dosage: { ...line.dosage, reps: 0 } }];
    expect(templateKept.check({ ...draft, lines })).toEqual({ fields: { "lines.0.dosage.reps": "outOfRange" } });
  });

  it("are asked for by the version that was read", () => {
    expect(templateKept.address.bodyOf({ programId: templateId, version: 3, follows: 0 })).toEqual({
      templateId,
      version: 3,
      follows: 0,
    });
  });
});
