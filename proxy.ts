import { NextResponse, type NextRequest } from "next/server";
import { databaseAnswersLately } from "@/lib/db/answers";
import { env } from "@/lib/env";
import { contentSecurityPolicy, freshNonce } from "@/lib/http/content-security-policy";
import { databaseAwayPage } from "@/lib/http/database-away";
import { refuseRequest } from "@/lib/http/refuse-request";
import { securityHeaders } from "@/lib/http/security-headers";

/**
 * Before every page, action and handler: refuses what does not come from our pages, says plainly when the database is away, and gives each
 * answer its headers and nonce.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { production, siteUrl } = env();
  const nonce = freshNonce();
  const policy = contentSecurityPolicy(nonce, !production);
  const refusal = refuseRequest(request.method, request.headers, siteUrl);
  const response = refusal
    ? new NextResponse(refusal.text, { status: refusal.status })
    : needsDatabase(request) && !(await databaseAnswersLately())
      ? databaseAway(nonce)
      : passOn(request, policy);
  for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value);
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

/** All but the health endpoints, which answer for themselves, the icons and the manifest. */
function needsDatabase({ nextUrl: { pathname } }: NextRequest): boolean {
  return !/^\/(api\/health\/|icon|apple-icon|manifest\.webmanifest$)/.test(pathname);
}

function databaseAway(nonce: string): NextResponse {
  const headers = { "Content-Type": "text/html; charset=utf-8", "Retry-After": "5" };
  return new NextResponse(databaseAwayPage(nonce), { status: 503, headers });
}

/** Next, and our layout, read the nonce for their own elements from the request's policy. */
function passOn(request: NextRequest, policy: string): NextResponse {
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  return NextResponse.next({ request: { headers } });
}

export const config = { matcher: ["/((?!_next/static/|figures/(?:thumbs|stills/[^/]+)\\.svg$|sw\\.js$).*)"] };
