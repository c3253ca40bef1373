import { describe, expect, it } from "vitest";
import { hashPassword, passwordMatches } from "@/lib/access/password";

describe("a password", () => {
  it("is hashed with argon2id, 19 MiB and two passes", async () => {
    expect(await hashPassword("one cleared step at a time")).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it("is the same however its accents are composed, and nothing of it is cut", async () => {
    const long = "é".repeat(200);
    const stored = await hashPassword(long);
    expect(await passwordMatches(stored, long.normalize("NFD"))).toBe(true);
    expect(await passwordMatches(stored, long.slice(1))).toBe(false);
  });

  it("matches nobody's", async () => {
    expect(await passwordMatches(null, "nobody has this password")).toBe(false);
  });
});
