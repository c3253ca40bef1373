/** Text that is HTML already. */
export type Html = { readonly html: string };
type Part = Html | string | number | null | readonly Part[];

/** A piece of a page: what is put in is escaped, unless it is a piece itself; null leaves nothing. */
export function markup(pieces: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return {
    html: pieces.map((piece, index) => piece + (index < parts.length ? written(parts[index] ?? null) : "")).join(""),
  };
}

function written(part: Part): string {
  if (part === null) return "";
  if (typeof part === "string" || typeof part === "number") return escaped(String(part));
  return isList(part) ? part.map(written).join("") : part.html;
}

function isList(part: Html | readonly Part[]): part is readonly Part[] {
  return Array.isArray(part);
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
