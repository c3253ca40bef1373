import { describe, expect, it } from "vitest";
import { contentSecurityPolicy, freshNonce } from "@/lib/http/content-security-policy";

describe("the content security policy", () => {
  const policy = contentSecurityPolicy("abc", false);

  it("runs only scripts with the nonce, and never inline or evaluated ones", () => {
    expect(policy).toContain("script-src 'nonce-abc' 'strict-dynamic';");
    expect(policy.replace("style-src-attr 'unsafe-inline'", "")).not.toMatch(/unsafe-/);
  });

  it("forbids plugins, frames and another base address", () => {
    for (const rule of ["object-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"]) {
      expect(policy).toContain(rule);
    }
  });
});

describe("a nonce", () => {
  it("is never the same twice", () => {
    expect(new Set(Array.from({ length: 1000 }, freshNonce)).size).toBe(1000);
  });

  it("has at least 128 bits in characters that a header may carry", () => {
    expect(freshNonce()).toMatch(/^[A-Za-z0-9+/]{24}$/);
  });
});
