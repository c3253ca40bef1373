import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { dayIn } from "@/lib/dates";
import { inClinic } from "@/lib/db/in-clinic";
import { recordActs } from "@/lib/records/audit/record-act";
import { cursorOf } from "@/lib/records/keyset";
import { readSituation } from "@/lib/records/programs/situation";
import { proposalsAtOnce } from "@/lib/schemas/proposals";
import { judgedProposal, type JudgedProposal } from "./judged-proposal";
import { loadLibrary } from "./proposal-library";
import { draftRow, listProposals } from "./proposal-rows";

export type Proposals = {
  items: JudgedProposal[];
  /** How many drafts of the product wait altogether. */
  total: number;
  /** Of the next page; null on the last. */
  next: string | null;
  areDefaultsReviewed: boolean;
};

/**
 * The drafts that the product began for the actor's own patients, oldest first, each compared with what is in force and judged as the signature would
 * judge it now. Two queries and the audit, whatever the number of drafts.
 * @param after the cursor of the page before; what is no cursor begins at the first page
 */
export async function loadProposals(actor: Actor, after: string | null, now: Date = new Date()): Promise<Proposals> {
  requirePermission(actor, "program.sign");
  const today = dayIn(actor.clinic.timeZone, now);
  return inClinic(actor, async (tx) => {
    const { rows, total, isReviewed } = await listProposals(tx, actor, after, today);
    const shown = rows.slice(0, proposalsAtOnce);
    const drafts = shown.map(({ draft, situation }) => ({
      row: draftRow.parse(draft),
      situation: readSituation(situation, today),
    }));
    const library = await loadLibrary(
      tx,
      actor.clinicId,
      drafts.map(({ row }) => row),
    );
    await recordActs(
      tx,
      actor,
      "program.read",
      drafts.map(({ row: { programId, patientId } }) => ({ kind: "program", id: programId, patientId })),
    );
    const last = shown.at(-1);
    return {
      items: drafts.map(({ row, situation }) => judgedProposal(row, situation, library)),
      total,
      next: last && rows.length > proposalsAtOnce ? cursorOf(last) : null,
      areDefaultsReviewed: isReviewed,
    };
  });
}
