import { theProduct } from "@/lib/access/the-product";
import { addDays, mondayOf, type Day } from "@/lib/dates";
import { inClinic } from "@/lib/db/in-clinic";
import { recordAct } from "@/lib/records/audit/record-act";
import { proposeDosages } from "./propose-dosages";

/** What a week's end did, in numbers: it names nobody. */
export type WeekRun = { programs: number; proposals: number };

/**
 * The end of the calendar week before today, for every running program of one clinic: each in its own transaction, so that one that cannot be judged
 * keeps no other from its proposals. However often the week is run, each line is answered once.
 * @param today the clinic's local date
 * @throws after all others were asked, where a program could not be judged
 */
export async function runWeek(clinicId: string, today: Day): Promise<WeekRun> {
  const monday = addDays(mondayOf(today), -7);
  const actor = theProduct(clinicId);
  const programs = await inClinic(actor, async (tx) => {
    await recordAct(tx, actor, "proposal.run", { kind: "week", id: monday });
    return tx.program.findMany({
      where: { clinicId, state: { in: ["active", "held"] }, currentRevision: { not: null } },
      select: { id: true },
      orderBy: { id: "asc" },
    });
  });
  let proposals = 0;
  const failures: unknown[] = [];
  for (const { id: programId } of programs) {
    try {
      proposals += await proposeWeek(clinicId, programId, today);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} programs could not be judged`);
  return { programs: programs.length, proposals };
}

/** The end of the week before today for one program. */
export function proposeWeek(clinicId: string, programId: string, today: Day): Promise<number> {
  const actor = theProduct(clinicId);
  const monday = addDays(mondayOf(today), -7);
  return inClinic(actor, (tx) => proposeDosages(tx, actor, { programId, monday, today, wants: "all" }));
}
