import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { authOptions } from "@/lib/access/auth-options";

beforeAll(() => {
  vi.stubEnv("DATABASE_URL", "postgresql://somebody@localhost/nowhere");
  vi.stubEnv("NEXTAUTH_SECRET", "dGVzdHMgb25seTsgbm9ib2R5IHNlcnZlcyB3aXRoIGl0");
});
afterAll(() => vi.unstubAllEnvs());

describe("the cookies of sign-in", () => {
  it.each(["sessionToken", "csrfToken", "callbackUrl"] as const)(
    "%s is __Host-, HttpOnly, Secure, SameSite=Lax",
    (name) => {
      const cookie = authOptions().cookies?.[name];
      expect(cookie?.name).toMatch(/^__Host-/);
      expect(cookie?.options).toEqual({ httpOnly: true, secure: true, sameSite: "lax", path: "/" });
    },
  );
});
