import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { confirmIdentity } from "@/lib/access/sign-in";
import { inClinic } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { signDraft } from "@/lib/records/programs/sign-revision";
import type { SignSeveralInput } from "@/lib/schemas/proposals";
import { oneByOne, type OneOutcome } from "./one-by-one";

/**
 * Signs several drafts that the product began, each as `signRevision` does, on its own: one that changed or that the rules refuse stays as it is.
 * @returns what became of each, in the order in which they were named
 * @throws {Invalid} on `password`: then nothing is signed
 */
export async function signSeveral(
  actor: Actor,
  { drafts, password }: SignSeveralInput,
  now: Date = new Date(),
): Promise<OneOutcome[]> {
  requirePermission(actor, "program.sign");
  await confirmIdentity(actor, password);
  const begun = await begunByTheProduct(
    actor,
    drafts.map(({ programId }) => programId),
  );
  return oneByOne(drafts, async (draft) => {
    // A person's own draft is signed on its page, where it is read.
    if (!begun.has(draft.programId)) throw new NotFound("draft");
    const { number } = await signDraft(actor, { ...draft, askFor: [], question: "" }, now);
    return number;
  });
}

/** Those of the programs whose draft the product began. */
async function begunByTheProduct(actor: Actor, programIds: string[]): Promise<ReadonlySet<string>> {
  const { clinicId } = actor;
  const rows = await inClinic(
    actor,
    (tx) =>
      tx.$queryRaw<{ id: string }[]>`
        SELECT program_id AS id FROM program_draft
        WHERE clinic_id = ${clinicId}::uuid AND program_id = ANY (${programIds}::uuid[]) AND proposed IS NOT NULL`,
  );
  return new Set(rows.map(({ id }) => id));
}
