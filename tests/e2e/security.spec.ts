import { expect, test } from "@playwright/test";
import { z } from "zod";

const iconSchema = z.object({ src: z.string().startsWith("/"), purpose: z.string().optional() });

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

test("the worker has a policy of its own and is never kept; the manifest opens Today and its icons are there", async ({
  request,
}) => {
  const worker = (await request.get("/sw.js")).headers();
  expect(worker["content-type"]).toContain("javascript");
  expect(worker["content-security-policy"]).toBe("default-src 'none'; connect-src 'self'");
  expect(worker["cache-control"]).toBe("no-cache");
  expect(worker["x-content-type-options"]).toBe("nosniff");
  const manifest = z
    .object({ start_url: z.literal("/my/today"), display: z.literal("standalone"), icons: z.array(iconSchema).min(3) })
    .parse(await (await request.get("/manifest.webmanifest")).json());
  expect(manifest.icons.map(({ purpose }) => purpose)).toContain("maskable");
  for (const { src } of manifest.icons) {
    const icon = await request.get(src);
    expect([icon.status(), icon.headers()["content-type"]]).toEqual([200, "image/png"]);
  }
});

test("signing out empties what the browser keeps, but not unsent reports of somebody else", async ({
  request,
  baseURL,
}) => {
  const emptied = async (keep: string) => {
    const headers = { origin: baseURL ?? "" };
    const answer = await request.post("/sign-out", { headers, form: { keep }, maxRedirects: 0 });
    return answer.headers()["clear-site-data"];
  };
  expect(await emptied("none")).toBe('"cache", "storage"');
  // A tap before the page's script is there: what was not sent stays.
  expect(await emptied("")).toBe('"cache"');
  expect(await emptied("others")).toBe('"cache"');
});
