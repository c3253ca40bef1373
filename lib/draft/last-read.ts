import type { DraftLine } from "@/lib/schemas/program";
import type { ReadLine } from "./changes-for-patient";

/** A change that the patient has not read yet; `lineId` is that of the line as it stands now. */
export type UnreadChange =
  | { kind: "added"; lineId: string }
  | { kind: "changed"; lineId: string; before: Pick<DraftLine, "dosage" | "noteToPatient"> }
  | { kind: "stopped"; before: DraftLine };

/**
 * The lines as the patient last read of them: what stands now, without the changes that are still unread. Compared with it, the next revision
 * tells the whole way since, and nothing that was never read is left out or told twice.
 */
export function lastRead(now: readonly ReadLine[], unread: readonly UnreadChange[]): ReadLine[] {
  const lines = now.map(({ line, isOpen }): ReadLine => {
    const change = unread.find((candidate) => candidate.kind !== "stopped" && candidate.lineId === line.id);
    if (change?.kind === "added") return { line, isOpen: false };
    return { line: change?.kind === "changed" ? { ...line, ...change.before } : line, isOpen };
  });
  const stopped = unread.flatMap((change) => (change.kind === "stopped" ? [change.before] : []));
  return [...lines, ...stopped.map((line): ReadLine => ({ line, isOpen: true }))];
}
