import { NextResponse, type NextRequest } from "next/server";
import { env } from "@/lib/env";
import { contentSecurityPolicy, freshNonce } from "@/lib/http/content-security-policy";
import { refuseRequest } from "@/lib/http/refuse-request";
import { securityHeaders } from "@/lib/http/security-headers";

/** Before every page, action and handler: refuses what does not come from our pages, and gives each answer its headers and nonce. */
export function proxy(request: NextRequest): NextResponse {
  const { production, siteUrl } = env();
  const policy = contentSecurityPolicy(freshNonce(), !production);
  const refusal = refuseRequest(request.method, request.headers, siteUrl);
  const response = refusal ? new NextResponse(refusal.text, { status: refusal.status }) : passOn(request, policy);
  for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value);
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

/** Next, and our layout, read the nonce for their own elements from the request's policy. */
function passOn(request: NextRequest, policy: string): NextResponse {
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  return NextResponse.next({ request: { headers } });
}

export const config = { matcher: ["/((?!_next/static/|sw\\.js$).*)"] };
