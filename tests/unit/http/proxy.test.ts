import { NextRequest } from "next/server";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { databaseAnswersLately } from "@/lib/db/answers";
import { proxy } from "@/proxy";

vi.mock("@/lib/db/answers", () => ({ databaseAnswersLately: vi.fn() }));

beforeEach(() => {
  vi.stubEnv("DATABASE_URL", "postgresql://somebody@localhost/nowhere");
  vi.stubEnv("NEXTAUTH_SECRET", "dGVzdHMgb25seTsgbm9ib2R5IHNlcnZlcyB3aXRoIGl0");
});

const get = (path: string) => proxy(new NextRequest(`http://localhost:3000${path}`));

describe("a server whose database is away", () => {
  beforeEach(() => vi.mocked(databaseAnswersLately).mockResolvedValue(false));

  it("answers every page with 503 and a plain page in both languages, under the policy", async () => {
    const response = await get("/my/today");
    const page = await response.text();
    expect(response.status).toBe(503);
    expect(response.headers.get("Retry-After")).toBe("5");
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    expect(page).toContain("away for a moment");
    expect(page).toContain('lang="es"');
    const nonce = /'nonce-([^']+)'/.exec(response.headers.get("Content-Security-Policy") ?? "")?.[1];
    expect(page).toContain(`<style nonce="${nonce ?? ""}">`);
  });

  it("lets the health endpoints answer for themselves", async () => {
    expect((await get("/api/health/live")).status).toBe(200);
  });

  it("still refuses what does not come from our pages first", async () => {
    const foreign = new NextRequest("http://localhost:3000/api/check-ins", { method: "POST" });
    expect((await proxy(foreign)).status).toBe(403);
  });
});

describe("a server whose database answers", () => {
  it("passes pages on with their headers", async () => {
    vi.mocked(databaseAnswersLately).mockResolvedValue(true);
    const response = await get("/sign-in");
    expect(response.status).toBe(200);
    expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(response.headers.get("Content-Security-Policy")).toContain("'strict-dynamic'");
  });
});
