import { useMessages } from "next-intl";
import type { FieldErrors } from "react-hook-form";

/** The message key of every field that is wrong, by its path, in the order of the form's values. */
export function flatErrors(errors: FieldErrors): Record<string, string> {
  return flatMessages(errors, "");
}

function flatMessages(node: unknown, path: string): Record<string, string> {
  if (typeof node !== "object" || node === null) return {};
  if ("message" in node && typeof node.message === "string" && node.message !== "") return { [path]: node.message };
  const flat: Record<string, string> = {};
  for (const [key, child] of Object.entries(node)) {
    if (key !== "ref") Object.assign(flat, flatMessages(child, path === "" ? key : `${path}.${key}`));
  }
  return flat;
}

/** The words of an error by its key in the namespace `errors.fields`. */
export function useErrorWords(): (key: string) => string {
  const { badValue, ...words } = useMessages().errors.fields;
  const known: Readonly<Record<string, string>> = words;
  return (key) => known[key] ?? badValue;
}

/** The words at a path of a tree of messages; the path itself where there are none. */
export function wordsAt(tree: unknown, path: string): string {
  let node = tree;
  for (const key of path.split(".")) {
    node = typeof node === "object" && node !== null ? Reflect.get(node, key) : undefined;
  }
  return typeof node === "string" ? node : path;
}
