import { createHash } from "node:crypto";
import { readActor } from "@/lib/access/read-actor";
import { may } from "@/lib/access/permissions";
import { drawingOf } from "@/components/figure/drawing-of";
import { thumbSymbol } from "@/lib/figure/files";
import { loadOwnFigures } from "@/lib/records/library/load-own-figures";

/**
 * The sheet of the small figures of the clinic's own exercises, one symbol each, beside the one that ships. It is asked for again with every page
 * and mostly answered with 304: who changes a figure sees it at once.
 */
export async function GET(request: Request): Promise<Response> {
  const actor = await readActor();
  if (!actor) return new Response(null, { status: 401 });
  if (!may(actor.role, "library.read")) return new Response(null, { status: 404 });
  const symbols = (await loadOwnFigures(actor)).map(({ code, figure }) => {
    const drawing = figure === null ? undefined : drawingOf(figure);
    return drawing ? thumbSymbol(code, drawing) : "";
  });
  const sheet = `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>`;
  const headers = {
    "Content-Type": "image/svg+xml; charset=utf-8",
    "Cache-Control": "private, no-cache",
    ETag: `"${createHash("sha256").update(sheet).digest("base64url")}"`,
  };
  const isKnown = request.headers.get("If-None-Match") === headers.ETag;
  return isKnown ? new Response(null, { status: 304, headers }) : new Response(sheet, { headers });
}
