import { z } from "zod";
import type { FigureEditor } from "@/lib/records/library/load-figure-editor";
import { fieldErrors } from "@/lib/schemas/field-errors";
import { changeFigureSchema } from "@/lib/schemas/own-exercise/figure";
import { changeFigureAction } from "../actions";
import type { Edited } from "./use-edits";

export type SaveAnswer =
  | { kind: "saved" }
  | { kind: "failed" }
  | { kind: "conflict"; by: string }
  /** Message key by field, as the editor names its fields. */
  | { kind: "invalid"; fields: Record<string, string> };

const standing = z.object({ changedName: z.string() });

/** Sends the figure; unchanged from the original's, none of its own is kept. */
export async function saveFigure(
  { code, version, source }: FigureEditor,
  { record, alt }: Edited,
): Promise<SaveAnswer> {
  const isOriginals = source.isOriginal && JSON.stringify(record) === JSON.stringify(source.record);
  const input = { code, version, figure: isOriginals ? null : { from: source.code, record }, alt };
  const read = changeFigureSchema.safeParse(input);
  if (!read.success) return { kind: "invalid", fields: inEditor(fieldErrors(read.error)) };
  const answer = await changeFigureAction(input);
  if (answer.status === "done") return { kind: "saved" };
  if (answer.status === "invalid") return { kind: "invalid", fields: inEditor(answer.fields) };
  const by = answer.status === "conflict" ? standing.safeParse(answer.current).data?.changedName : undefined;
  return by === undefined ? { kind: "failed" } : { kind: "conflict", by };
}

function inEditor(fields: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([path, key]) => [path.replace(/^figure\.record\./, ""), key]));
}
