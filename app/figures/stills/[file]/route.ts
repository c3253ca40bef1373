import { stillFileAt } from "@/components/figure/shipped-stills";

/**
 * The still picture of one shipped exercise, the same for everybody. Its address changes with it, so whoever has it keeps it; a page of an earlier
 * version is given the picture of now.
 */
export function GET(request: Request): Response {
  const { pathname } = new URL(request.url);
  const file = stillFileAt(pathname);
  if (!file) return new Response(null, { status: 404 });
  return new Response(file.text, {
    headers: {
      "Content-Type": "image/svg+xml; charset=utf-8",
      "Cache-Control": file.address === pathname ? "public, max-age=31536000, immutable" : "no-cache",
    },
  });
}
