import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Handout } from "@/components/print/handout";
import type { Handout as HandoutContent } from "@/lib/records/programs/load-handout";

const clinic = { name: "Lakeside Spine Clinic", phone: "(555) 555-0100", emergencyNumber: "911" };
const same = (text: string) => ({ en: text, es: text });
const program: HandoutContent = {
  patientName: "Marigold Thistlewood",
  language: "es",
  day: "2026-11-21",
  revision: { number: 4, signedBy: "Priya Sandpiper", signedOn: "2026-11-13" },
  phase: null,
  lines: [
    {
      id: "1",
      texts: { name: { en: "Gentle bridge", es: "Puente suave" }, steps: [same("uno")] },
      figure: { code: "bridge" },
      dosage: { sets: 2, reps: 8, holdSec: 5 },
      noteToPatient: null,
    },
  ],
  isPaused: true,
  signs: { emergency: [same("Dolor de pecho")], sameDay: [] },
};

describe("a program on paper", () => {
  it("is in the patient's language: dosage, numbered poses, when to stop, whom to call", () => {
    const page = renderToStaticMarkup(<Handout clinic={clinic} handout={program} locale="es" />);
    for (const words of [
      'lang="es"',
      "Programa 4, firmado por Priya Sandpiper el 13 de noviembre de 2026",
      "Sus ejercicios están en pausa",
      "2 series de 8. Mantenga cada una 5 segundos.",
      "Levante la cadera.",
      "Mantenga 5 segundos.",
      "Pare si el dolor pasa de 5",
      "Llame al 911",
      "Dolor de pecho",
      "(555) 555-0100",
    ])
      expect(page).toContain(words);
    expect(page).not.toMatch(/<animate|\sstyle=|mismo día/);
  });

  it("says so where there is nothing to do now", () => {
    const none = { ...program, lines: [], isPaused: false };
    const page = renderToStaticMarkup(<Handout clinic={clinic} handout={none} locale="en" />);
    expect(page).toContain("There are no exercises to do now.");
    expect(page).not.toContain("paused");
  });
});
