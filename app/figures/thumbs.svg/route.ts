import { draw } from "@/lib/figure/figure";
import { thumbSymbol } from "@/lib/figure/files";
import { figures } from "@/prisma/content/bundled-figures";

/** Drawn once, when the server is built: it ships with the product and says nothing of anybody. */
export const dynamic = "force-static";

/** The sheet of all small figures, one symbol per exercise. */
export function GET(): Response {
  const symbols = Object.entries(figures).map(([id, record]) => thumbSymbol(id, draw(record)));
  return new Response(`<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>`, {
    headers: {
      "Content-Type": "image/svg+xml; charset=utf-8",
      "Cache-Control": "public, max-age=86400, stale-while-revalidate=604800",
    },
  });
}
