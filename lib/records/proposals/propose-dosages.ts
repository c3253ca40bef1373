import { v7 as newId } from "uuid";
import type { SystemActor } from "@/lib/access/actor";
import { dateOf, type Day } from "@/lib/dates";
import type { Tx } from "@/lib/db/in-clinic";
import { recordAct } from "@/lib/records/audit/record-act";
import { loadClinicalContent } from "@/lib/records/programs/clinical-content";
import { withClinicNumbers } from "@/lib/records/settings/current-settings";
import { dosageSchema } from "@/lib/schemas/dosage";
import { answersOfWeek, type WeekAnswers } from "./answers-of-week";
import { draftOpenProposals } from "./draft-open-proposals";
import { lockWeek, type WeekRow } from "./week-row";

export type AskedWeek = {
  programId: string;
  monday: Day;
  /** The clinic's local date. */
  today: Day;
  /** `less`: before the week's end, after a check-in that asks for a smaller dose; nothing else is said then. */
  wants: "all" | "less";
};

/**
 * Asks the dosage rule about every line of a running program that its patient does, writes the answers down, once for each line and week, and begins or
 * renews the product's own draft of what is to be changed. What an earlier week proposed gives way. A person's draft is left alone.
 * @returns how many changes were newly proposed
 */
export async function proposeDosages(
  tx: Tx,
  actor: SystemActor,
  { programId, monday, today, wants }: AskedWeek,
): Promise<number> {
  const { clinicId } = actor;
  const row = await lockWeek(tx, clinicId, programId, monday, today);
  if (!row) return 0;
  if (wants === "less" && !row.checkIns.some(({ level }) => level === "REDUCE_DOSE")) return 0;
  const { settings, otherProtocols } = row.situation;
  const codes = row.lines.map(({ line }) => line.exercise);
  const library = await loadClinicalContent(tx, clinicId, row.templateVersionId, codes, otherProtocols);
  const answers = answersOfWeek(row, monday, withClinicNumbers(settings, library), today);
  const rows = rowsOf(row, answers, wants);
  const earlier = { week: { lt: dateOf(monday) } };
  const { count: ended } = await tx.dosageProposal.updateMany({
    where: {
      ...{ clinicId, programId, state: "open" },
      // Pain that stayed up stops every increase, also where nothing can be made smaller.
      ...(answers.worstTriage === "REDUCE_DOSE" ? { OR: [earlier, { change: "increase" }] } : earlier),
    },
    data: { state: "superseded", settledAt: new Date(), reason: "week" },
  });
  await tx.dosageProposal.createMany({
    data: rows.map((proposal) => ({
      ...{ ...proposal, clinicId, programId, patientId: row.patientId, week: dateOf(monday) },
      settingsVersion: settings.version,
    })),
  });
  if (ended + rows.length > 0) await draftOpenProposals(tx, actor, { programId, ...row });
  if (rows.length > 0) {
    await recordAct(tx, actor, "proposal.make", { kind: "program", id: programId, patientId: row.patientId });
  }
  return rows.filter(({ state }) => state === "open").length;
}

function rowsOf(
  { lines, checkIns }: WeekRow,
  { worstTriage, adherencePct, lines: answers }: WeekAnswers,
  wants: AskedWeek["wants"],
) {
  const answered = new Map(lines.map(({ line, answered: changes }) => [line.id, changes]));
  return answers.flatMap(({ line, answer, findings }) => {
    const { change, proposal, because, source } = answer;
    const before = answered.get(line.id) ?? [];
    if (wants === "less" ? change !== "reduce" || before.includes("reduce") : before.length > 0) return [];
    const restsOn = checkIns.filter(({ level }) => change !== "reduce" || level === "REDUCE_DOSE");
    return {
      ...{ id: newId(), lineId: line.id, change, because, source, adherencePct, findings },
      fromDosage: line.dosage,
      toDosage: change === "keep" ? line.dosage : dosageSchema.parse(proposal),
      worstLevel: worstTriage,
      checkInIds: restsOn.map(({ id }) => id),
      state: change === "keep" ? "kept" : findings.length > 0 ? "left-out" : "open",
    };
  });
}
