import type { Actor } from "@/lib/access/actor";
import { theProduct } from "@/lib/access/the-product";
import { addDays, dayIn, mondayOf, type Day } from "@/lib/dates";
import { inClinic } from "@/lib/db/in-clinic";
import { proposeDosages } from "./propose-dosages";

/**
 * After a check-in that asks for a smaller dose: proposes it to the therapist at once. The patient's own transaction reads no drafts, so the product acts
 * in one of its own, after the report stands; where that fails, the report stays, and the week's end proposes the same.
 * @param onDay the day of the check-in; one from before last week changes nothing any more
 */
export async function proposeLess(
  { clinicId, clinic }: Actor,
  patientId: string,
  onDay: Day,
  now: Date,
): Promise<void> {
  const actor = theProduct(clinicId);
  const today = dayIn(clinic.timeZone, now);
  const monday = mondayOf(onDay);
  if (monday < addDays(mondayOf(today), -7)) return;
  try {
    await inClinic(actor, async (tx) => {
      const program = await tx.program.findFirst({
        where: { clinicId, patientId, state: { in: ["active", "held"] } },
        select: { id: true },
      });
      if (program) await proposeDosages(tx, actor, { programId: program.id, monday, today, wants: "less" });
    });
  } catch (error) {
    process.stderr.write(`proposals: ${error instanceof Error ? error.name : "unknown"}\n`);
  }
}
