import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import type { Stage, TriageLevel } from "@/lib/clinical/triage-content";
import { addDays, dateOf, dayIn, dayOf, type Day } from "@/lib/dates";
import { inClinic, type Tx } from "@/lib/db/in-clinic";
import { recordAct } from "@/lib/records/audit/record-act";
import { storedLevel, storedStage } from "./check-in-row";
import { ownPatientId } from "./own-patient";

/** One report of a patient; scores 0–10, hours with one decimal, instants as ISO texts. */
export type PainEntry = {
  id: string;
  onDay: Day;
  reportedAt: string;
  stage: Stage;
  phase: number | null;
  nprsBefore: number | null;
  nprsDuring: number | null;
  nprsAfter: number | null;
  hoursIncreased: number | null;
  level: TriageLevel;
};

/** The patient's own reports of twelve months, newest first, without those entered in error. */
export async function loadPainHistory(actor: Actor, now: Date = new Date()): Promise<PainEntry[]> {
  requirePermission(actor, "own.read");
  const patientId = ownPatientId(actor);
  return inClinic(actor, async (tx) => {
    const entries = await findPainEntries(tx, actor, dayIn(actor.clinic.timeZone, now));
    await recordAct(tx, actor, "check-in.read", { kind: "patient", id: patientId, patientId });
    return entries;
  });
}

/** The reports of the twelve months up to a day, inside the caller's transaction. */
export async function findPainEntries(tx: Tx, actor: Actor, today: Day): Promise<PainEntry[]> {
  const rows = await tx.checkIn.findMany({
    where: {
      clinicId: actor.clinicId,
      patientId: ownPatientId(actor),
      onDay: { gte: dateOf(addDays(today, -366)) },
      correctedBy: { none: {} },
    },
    orderBy: [{ onDay: "desc" }, { reportedAt: "desc" }, { id: "desc" }],
    take: 2000,
  });
  return rows.map((row) => ({
    id: row.id,
    onDay: dayOf(row.onDay),
    reportedAt: row.reportedAt.toISOString(),
    stage: storedStage.parse(row.stage),
    phase: row.phase,
    nprsBefore: row.nprsBefore,
    nprsDuring: row.nprsDuring,
    nprsAfter: row.nprsAfter,
    hoursIncreased: row.hoursIncreased === null ? null : row.hoursIncreased.toNumber(),
    level: storedLevel.parse(row.level),
  }));
}
