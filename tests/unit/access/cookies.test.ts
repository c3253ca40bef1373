import { describe, expect, it } from "vitest";
import { authOptions } from "@/lib/access/auth-options";
import { withAnEnvironment } from "@/tests/support/an-environment";

withAnEnvironment();

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
