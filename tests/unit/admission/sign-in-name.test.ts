import { expect, it } from "vitest";
import { suggestedSignInName } from "@/app/(clinic)/patients/new/_components/sign-in-name";

it.each([
  ["Saffron", "Bloom", "saffron.bloom"],
  ["José Luis", "Peña-Ruiz", "jose.luis.pena.ruiz"],
  [" Ana ", " O’Hara ", "ana.o.hara"],
  ["", "Bloom", "bloom"],
  ["Saffron", "", ""],
  ["…", "…", ""],
])("%s %s signs in as %s", (given, family, name) => {
  expect(suggestedSignInName(given, family)).toBe(name);
});

it("never has a blank, which the form refuses", () => {
  expect(suggestedSignInName("Maria del\tMar", "de la Cruz\u00a0Vega")).not.toMatch(/\s/);
});
