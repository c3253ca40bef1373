import { describe, expect, it } from "vitest";
import { triageContextOf } from "@/lib/check-in/context";
import { shippedTriage } from "@/lib/records/check-ins/shipped-triage";
import { signsByLevel } from "@/lib/records/check-ins/signs-by-level";

const signsOf = (region: "LUMBAR" | "CERVICAL", procedureType: "fusion" | "injection") => {
  const procedureDate = "2026-10-01";
  const episode = { protocolId: "fusion-lumbar", procedureType, region, technique: "PLF", procedureDate } as const;
  const { emergency, sameDay } = signsByLevel(triageContextOf(episode, "2026-11-21"), shippedTriage());
  return { emergency: emergency.map(({ en }) => en), sameDay: sameDay.map(({ en }) => en) };
};

describe("warning signs for paper", () => {
  const lumbar = signsOf("LUMBAR", "fusion");

  it("are told by what each alone calls for", () => {
    expect(lumbar.emergency).toEqual(
      expect.arrayContaining([
        "Chest pain",
        "New: I cannot pass urine",
        "It is numb between my legs, around my private parts or my bottom",
      ]),
    );
    expect(lumbar.sameDay).toEqual(expect.arrayContaining(["My wound is open, or something comes out"]));
  });

  it("leave out what rests with a milder level, and tell no sign twice", () => {
    const all = [...lumbar.emergency, ...lumbar.sameDay];
    expect(all).not.toContain("My usual headache");
    expect(new Set(all).size).toBe(all.length);
  });

  it("are those of this person: the neck's after neck surgery, the needle's after an injection", () => {
    const swelling = "My neck swells, I cannot swallow my spit, or it is hard to breathe";
    expect(lumbar.emergency).not.toContain(swelling);
    expect(signsOf("CERVICAL", "fusion").emergency).toContain(swelling);
    const numb = "An arm or leg is still weak or numb more than 12 hours after my injection";
    expect(lumbar.emergency).not.toContain(numb);
    expect(signsOf("LUMBAR", "injection").emergency).toContain(numb);
  });
});
