import type { Tx } from "@/lib/db/in-clinic";
import { Invalid } from "@/lib/errors";
import type { DraftLine } from "@/lib/schemas/program";
import type { OwnDraft } from "./draft";

/**
 * What the clinic's library says against exercises of the lines: that it lacks them, or that they are retired and would be added now. A retired
 * exercise goes on where the current revision has it; nobody takes it up again.
 * @param unsigned codes that may stay besides, because they stand in a draft that is not signed yet
 * @returns the message for each code that may not be there
 */
export async function unusableExercises(
  tx: Tx,
  clinicId: string,
  draft: OwnDraft,
  lines: readonly DraftLine[],
  unsigned: readonly string[] = [],
): Promise<ReadonlyMap<string, "unknownExercise" | "retired">> {
  const codes = [...new Set(lines.map(({ exercise }) => exercise))];
  const found = await tx.exercise.findMany({
    where: { clinicId, code: { in: codes } },
    select: { code: true, retiredAt: true },
  });
  const unusable = new Map<string, "unknownExercise" | "retired">();
  const known = new Set(found.map(({ code }) => code));
  for (const code of codes) if (!known.has(code)) unusable.set(code, "unknownExercise");
  const retired = found.filter(({ code, retiredAt }) => retiredAt !== null && !unsigned.includes(code));
  if (retired.length === 0) return unusable;
  const signed = await signedCodes(tx, clinicId, draft);
  for (const { code } of retired) if (!signed.has(code)) unusable.set(code, "retired");
  return unusable;
}

async function signedCodes(
  tx: Tx,
  clinicId: string,
  { programId, currentRevision }: OwnDraft,
): Promise<ReadonlySet<string>> {
  if (currentRevision === null) return new Set();
  const lines = await tx.prescribedExercise.findMany({
    where: { clinicId, revision: { clinicId, programId, number: currentRevision } },
    select: { exerciseCode: true },
  });
  return new Set(lines.map(({ exerciseCode }) => exerciseCode));
}

/**
 * A signature takes up no exercise that is retired. The clinic's own wait from here until it is done: what is judged is what is signed.
 * @throws {Invalid} on the exercise of each such line
 */
export async function refuseRetired(tx: Tx, clinicId: string, draft: OwnDraft): Promise<void> {
  const own = draft.lines.map(({ exercise }) => exercise).filter((code) => code.startsWith("own-"));
  if (own.length > 0) {
    await tx.$queryRaw`SELECT 1 FROM exercise WHERE clinic_id = ${clinicId}::uuid AND code = ANY (${own}::text[]) ORDER BY code FOR SHARE`;
  }
  const unusable = await unusableExercises(tx, clinicId, draft, draft.lines);
  const fields: Record<string, string> = {};
  draft.lines.forEach(({ exercise }, index) => {
    const why = unusable.get(exercise);
    if (why) fields[`lines.${String(index)}.exercise`] = why;
  });
  if (Object.keys(fields).length > 0) throw new Invalid(fields);
}
