import { isOwnOrigin } from "./own-origin";

/** A request that is not let in, with the plain text that its sender reads. */
export type RequestRefusal = { status: 403 | 411 | 413; text: string };

/** Longest body of an unsafe request, in bytes; the longest form, a whole program, stays far below it. */
export const bodyLimitBytes = 256 * 1024;

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whether an unsafe request comes from our own pages (W3) and says how long it is, within the limit (W4). Covers server actions and route
 * handlers alike: Next accepts actions without an Origin and does not check handlers at all.
 * @param siteUrl the address people use
 * @returns null when the request may pass
 */
export function refuseRequest(method: string, headers: Headers, siteUrl: string): RequestRefusal | null {
  if (safeMethods.has(method)) return null;
  if (!comesFromOurPages(headers, siteUrl)) {
    return { status: 403, text: "This request did not come from a page of this site, so nothing was done." };
  }
  const length = headers.get("content-length");
  if (length === null || !/^\d+$/.test(length) || headers.has("transfer-encoding")) {
    return { status: 411, text: "This request does not say how long it is (Content-Length), so it was not read." };
  }
  if (Number(length) > bodyLimitBytes) {
    return {
      status: 413,
      text: `This request is longer than ${String(bodyLimitBytes / 1024)} kB, so it was not read.`,
    };
  }
  return null;
}

/** Browsers send at least one of the two headers with every unsafe request; what is sent must agree. */
function comesFromOurPages(headers: Headers, siteUrl: string): boolean {
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  if (site === null && origin === null) return false;
  return (site === null || site === "same-origin") && (origin === null || isOwnOrigin(origin, siteUrl));
}
