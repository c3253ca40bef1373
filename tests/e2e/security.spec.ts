import { expect, test } from "@playwright/test";

test.describe("every answer", () => {
  test("carries the security headers and a policy with a nonce of its own", async ({ request }) => {
    const [first, second] = [await request.get("/sign-in"), await request.get("/no-such-page")];
    for (const answer of [first, second]) {
      const headers = answer.headers();
      expect(headers["strict-transport-security"]).toMatch(/max-age=\d{8}/);
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["referrer-policy"]).toBe("same-origin");
      expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
      expect(headers["permissions-policy"]).toContain("camera=()");
      expect(headers["cache-control"]).toContain("no-store");
      expect(headers["content-security-policy"]).toMatch(/script-src 'nonce-[^']+' 'strict-dynamic';/);
    }
    expect(first.headers()["content-security-policy"]).not.toBe(second.headers()["content-security-policy"]);
  });
});

test.describe("an unsafe request", () => {
  test("from another site is refused with 403", async ({ request }) => {
    const answer = await request.post("/api/auth/signout", { headers: { origin: "https://evil.example" } });
    expect(answer.status()).toBe(403);
  });

  test("from nowhere is refused with 403", async ({ request }) => {
    expect((await request.post("/sign-in")).status()).toBe(403);
  });

  test("that is too long is refused with 413", async ({ request, baseURL }) => {
    const answer = await request.post("/sign-in", { headers: { origin: baseURL ?? "" }, data: "x".repeat(300 * 1024) });
    expect(answer.status()).toBe(413);
  });

  test("with a malformed body is refused with 400", async ({ request, baseURL }) => {
    const headers = { origin: baseURL ?? "", "content-type": "application/json" };
    expect((await request.post("/api/auth/signout", { headers, data: Buffer.from("{bad") })).status()).toBe(400);
  });
});

test("live and ready answer", async ({ request }) => {
  expect((await request.get("/api/health/live")).status()).toBe(200);
  expect((await request.get("/api/health/ready")).status()).toBe(200);
});
