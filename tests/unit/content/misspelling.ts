import { clearanceKeys, conditions } from "@/lib/clinical/facts";
import { protocolIds } from "@/lib/schemas/content/pieces";

type Step = string | number;
/** A value, or the name of a field, at one place of one file; `entry` is the path with the ids of list entries for their numbers. */
export type Place = { file: string; path: readonly Step[]; entry: readonly Step[]; what: "value" | "name" };

const ids: ReadonlySet<string> = new Set([...clearanceKeys, ...conditions, ...protocolIds]);

/** Every id, tag, enum and field name of a file; texts in two languages are words, not spellings. */
export function placesIn(
  file: string,
  value: unknown,
  path: readonly Step[] = [],
  entry: readonly Step[] = [],
): Place[] {
  if (typeof value === "string") return [{ file, path, entry, what: "value" }];
  if (Array.isArray(value)) {
    return value.flatMap((inner, at) => placesIn(file, inner, [...path, at], [...entry, idOf(inner) ?? at]));
  }
  if (typeof value !== "object" || value === null || "en" in value) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    { file, path: [...path, name], entry: [...entry, name], what: "name" as const },
    ...placesIn(file, inner, [...path, name], [...entry, name]),
  ]);
}

function idOf(value: unknown): string | undefined {
  const { id, key } = (typeof value === "object" && value !== null ? value : {}) as { id?: string; key?: string };
  return id ?? key;
}

/** The kind of a place: all exercises are one file, all entries of a list or of a record by id one entry. */
export function kindOf({ file, path, what }: Place): string {
  const steps = path.map((step, at) => {
    const byId = file === "sources.json" ? at === 0 : path[at - 1] === "parameters" && file === "triage.json";
    return typeof step === "number" || byId || ids.has(step) ? "*" : step;
  });
  return `${file.replace(/\/.*/, "/*.json")} ${steps.join(".")}${what === "name" ? " (name)" : ""}`;
}

/** The file's content with the place misspelt, and how it is spelt then. */
export function misspelt(content: unknown, { path, what }: Place): string {
  const last = path.at(-1) ?? "";
  const holder = path.slice(0, -1).reduce((inner, step) => Reflect.get(inner as object, step) as unknown, content);
  const value: unknown = Reflect.get(holder as object, last);
  const right = what === "name" ? String(last) : String(value);
  const wrong = right + (/[a-z]/.test(right) ? "x" : "X");
  if (what === "value") Reflect.set(holder as object, last, wrong);
  else {
    Reflect.deleteProperty(holder as object, last);
    Reflect.set(holder as object, wrong, value);
  }
  return wrong;
}

/**
 * Whether a problem says where the misspelling stands: its file, and the wrong spelling or its field. When nothing else is misspelt
 * the field of an entry around it will do, and so will the right spelling where it is used and no longer found.
 */
export function names(problem: string, { file, path, entry }: Place, wrong: string, isAlone: boolean): boolean {
  if (!problem.startsWith(`${file}: `)) return false;
  const [, field = "", ...rest] = problem.split(": ");
  const message = ` ${rest.join(": ").replaceAll(/[",]/g, " ")} `;
  const fields = [path, entry].map((steps) => steps.join("."));
  if (message.includes(` ${wrong.replaceAll(",", " ")} `) || fields.includes(field)) return true;
  return (
    isAlone &&
    (message.includes(` ${wrong.slice(0, -1)} `) || fields.some((at) => field !== "" && at.startsWith(`${field}.`)))
  );
}
