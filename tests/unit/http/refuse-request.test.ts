import { describe, expect, it } from "vitest";
import { bodyLimitBytes, refuseRequest } from "@/lib/http/refuse-request";

const site = "https://rehab.example.org";
const ours = { origin: site, "sec-fetch-site": "same-origin", "content-length": "10" };

function statusOf(headers: Record<string, string>, method = "POST", siteUrl = site): number | null {
  return refuseRequest(method, new Headers(headers), siteUrl)?.status ?? null;
}

describe("where an unsafe request comes from", () => {
  it("lets our own pages write", () => {
    expect(statusOf(ours)).toBeNull();
  });

  it.each([
    ["another site", { ...ours, origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
    ["another site of an old browser", { origin: "https://evil.example", "content-length": "10" }],
    ["a sandboxed frame", { ...ours, origin: "null" }],
    [
      "a sibling host",
      { origin: "https://www.rehab.example.org", "sec-fetch-site": "same-site", "content-length": "1" },
    ],
    ["a sibling host that hides its origin", { "sec-fetch-site": "same-site", "content-length": "1" }],
    ["the same host without encryption", { origin: "http://rehab.example.org", "content-length": "1" }],
    ["another port", { origin: "https://rehab.example.org:8443", "content-length": "1" }],
    ["a forged origin that the browser contradicts", { ...ours, "sec-fetch-site": "cross-site" }],
    ["nowhere", { "content-length": "10" }],
    ["a malformed origin", { origin: "https://", "content-length": "1" }],
  ])("refuses %s", (_, headers) => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE", "QUERY"]) expect(statusOf(headers, method)).toBe(403);
  });

  it("lets anybody read", () => {
    for (const method of ["GET", "HEAD", "OPTIONS"])
      expect(statusOf({ origin: "https://evil.example" }, method)).toBeNull();
  });

  it("knows its own machine by every name, but not by another port", () => {
    const headers = { origin: "http://127.0.0.1:3000", "sec-fetch-site": "same-origin", "content-length": "1" };
    expect(statusOf(headers, "POST", "http://localhost:3000")).toBeNull();
    expect(statusOf({ ...headers, origin: "http://127.0.0.1:3001" }, "POST", "http://localhost:3000")).toBe(403);
    expect(statusOf(headers, "POST", site)).toBe(403);
  });
});

describe("how long an unsafe request is", () => {
  it("must be said", () => {
    expect(statusOf({ origin: site })).toBe(411);
    expect(statusOf({ ...ours, "content-length": "many" })).toBe(411);
    expect(statusOf({ ...ours, "transfer-encoding": "chunked" })).toBe(411);
  });

  it("must stay within the limit", () => {
    expect(statusOf({ ...ours, "content-length": String(bodyLimitBytes) })).toBeNull();
    expect(statusOf({ ...ours, "content-length": String(bodyLimitBytes + 1) })).toBe(413);
  });
});
