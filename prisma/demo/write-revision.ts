import type { Actor } from "@/lib/access/actor";
import type { ClinicalContent } from "@/lib/clinical/facts";
import { signing, type SignedLine, type SigningInput, type SigningResult } from "@/lib/clinical/signing";
import type { Tx } from "@/lib/db/in-clinic";
import { insertRows, type Row } from "@/lib/records/clinics/insert-rows";
import type { OwnDraft } from "@/lib/records/programs/draft";
import { lineRow, phaseRow, type LineContent, type RevisionContent } from "@/lib/records/programs/revision-content";
import { signedLines } from "@/lib/records/programs/signed-lines";
import { sign } from "@/lib/records/signature";
import type { DraftLine } from "@/lib/schemas/program";

export type ToSign = {
  programId: string;
  patientId: string;
  episodeId: string;
  templateVersionId: string;
  number: number;
  lines: readonly DraftLine[];
  /** What the rules weigh, as of the day of signing; its `phase` is the program's current one. */
  situation: Omit<SigningInput, "lines">;
};

/** Written where the rules ask for one and the story gives none: of a line that is open, and of one that is still to come. */
const reasonsOfTherapist = {
  now: "Tolerated under supervision in the clinic.",
  later: "Begins with a supervised trial in the clinic.",
};

/** Phases and lines of the signed revisions of all patients: rows of two tables, for one statement each. */
export type SignedRows = { phases: Row[]; lines: Row[] };

/** Writes the rows of all revisions at once. */
export async function writeSignedRows(tx: Tx, { phases, lines }: SignedRows): Promise<void> {
  const run = (sql: string, json: string) => tx.$executeRawUnsafe(sql, json);
  await insertRows(run, "program_phase", phases);
  await insertRows(run, "prescribed_exercise", lines);
}

/** Writes one signed revision with its phases and lines. */
export async function writeRevision(
  tx: Tx,
  actor: Actor,
  toSign: ToSign,
  content: ClinicalContent,
  at: Date,
): Promise<{ id: string; lines: IdentifiedLine[] }> {
  const rows: SignedRows = { phases: [], lines: [] };
  const revision = await signRevision(tx, actor, toSign, content, at, rows);
  await writeSignedRows(tx, rows);
  return revision;
}

type IdentifiedLine = LineContent & { id: string };

/**
 * Signs one revision as the verb would: judged by the rules, what they block left out, overrides with a reason.
 * Its phases and lines are added to `rows`.
 * @returns the rows' ids with what was signed
 */
export async function signRevision(
  tx: Tx,
  actor: Actor,
  toSign: ToSign,
  content: ClinicalContent,
  at: Date,
  rows: SignedRows,
): Promise<{ id: string; lines: IdentifiedLine[] }> {
  const { clinicId } = actor;
  const { programId, patientId, number, situation } = toSign;
  const { lines, answer } = signable(toSign.lines, situation, content);
  const input = { ...situation, lines };
  const draft: OwnDraft = {
    ...toSign,
    lines,
    state: "draft",
    currentRevision: null,
    currentPhase: situation.phase,
    programVersion: 1,
    isOtherVersion: false,
    phases: content.protocols[situation.protocol]?.phases.length ?? 0,
    startPhase: situation.phase,
    version: 1,
    changedAt: at.toISOString(),
    changedBy: actor.displayName,
  };
  const written: RevisionContent = {
    patientId,
    programId,
    number,
    ...(await signedLines(tx, clinicId, draft, input, answer, content)),
  };
  const { printedName, signedAt, meaning, sha256 } = sign(actor, "prescribed", written, at);
  const id = crypto.randomUUID();
  // The database lets only the one who acts sign.
  await tx.$queryRaw`SELECT set_config('app.actor_id', ${actor.userId}, true)`;
  await tx.programRevision.createMany({
    data: {
      ...{ clinicId, id, programId, patientId, number, meaning, sha256 },
      signedById: actor.userId,
      signedName: printedName,
      signedAt: new Date(signedAt),
    },
  });
  const ids = { clinicId, revisionId: id, patientId };
  const identified = written.lines.map((line) => ({ ...line, id: crypto.randomUUID() }));
  rows.phases.push(...written.phases.map((phase) => asRow({ id: crypto.randomUUID(), ...phaseRow(ids, phase) })));
  rows.lines.push(...identified.map((line) => asRow({ weekdays: null, ownExercise: null, ...lineRow(ids, line) })));
  return { id, lines: identified };
}

/** With the names of the columns. */
function asRow(data: Readonly<Record<string, unknown>>): Row {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]),
  );
}

/** The lines that may be signed, phase by phase, each with a reason where the rules ask for one; and what the rules answer to them. */
function signable(
  unordered: readonly DraftLine[],
  situation: Omit<SigningInput, "lines">,
  content: ClinicalContent,
): { lines: DraftLine[]; answer: SigningResult } {
  const all = unordered.toSorted((a, b) => a.phase - b.phase);
  const first = signing({ ...situation, lines: all }, content);
  const kept = all.filter((_, index) => !isBlocked(first.lines[index]));
  const answer = kept.length === all.length ? first : signing({ ...situation, lines: kept }, content);
  const lines = kept.map((line, index) => {
    const judged = answer.lines[index];
    const needsReason = judged?.findings.some(({ severity }) => severity === "override");
    const usual = reasonsOfTherapist[judged?.heldBack ? "later" : "now"];
    return { ...line, overrideReason: line.overrideReason ?? (needsReason ? usual : null) };
  });
  return { lines, answer };
}

function isBlocked(line: SignedLine | undefined): boolean {
  return line === undefined || (line.verdict === "block" && line.heldBack === null);
}
