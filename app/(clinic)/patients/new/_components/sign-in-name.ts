/** "José Luis", "Peña-Ruiz" → "jose.luis.pena.ruiz": what is suggested until the clinic types another; empty without a family name. */
export function suggestedSignInName(givenName: string, familyName: string): string {
  const parts = [givenName, familyName].map((name) =>
    name
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ".")
      .replace(/^\.|\.$/g, ""),
  );
  return parts[1] === "" ? "" : parts.filter((part) => part !== "").join(".");
}
