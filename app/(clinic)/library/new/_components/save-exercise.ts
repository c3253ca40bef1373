import { z } from "zod";
import type { OwnExerciseValues } from "@/lib/schemas/own-exercise/own-exercise";
import { changeExerciseAction } from "../../[code]/edit/actions";
import { addExerciseAction } from "../actions";
import type { Failure } from "./failure-notice";

type Answer = { kind: "saved"; code: string } | { kind: "invalid"; fields: Record<string, string> } | Failure;

const standing = z.object({ version: z.number(), changedName: z.string() });

/** Sends the form as it was typed: the server reads it by the same schema. */
export async function saveExercise(
  exercise: OwnExerciseValues,
  changing: { code: string; version: number } | null,
  copiedFrom: string | null,
): Promise<Answer> {
  const result = changing
    ? await changeExerciseAction({ ...changing, exercise })
    : await addExerciseAction({ copiedFrom, exercise });
  if (result.status === "done") {
    return { kind: "saved", code: "code" in result.value ? result.value.code : (changing?.code ?? "") };
  }
  if (result.status === "invalid") {
    const inForm = Object.entries(result.fields).map(([path, key]) => [path.replace(/^exercise\./, ""), key] as const);
    return { kind: "invalid", fields: Object.fromEntries(inForm) };
  }
  const current = result.status === "conflict" ? standing.safeParse(result.current) : null;
  if (!current?.success) return { kind: "failed" };
  return { kind: "conflict", version: current.data.version, by: current.data.changedName };
}
