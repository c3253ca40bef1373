import type { Tx } from "@/lib/db/in-clinic";
import { restrictionOf } from "@/lib/records/restrictions/own-restriction";
import { writeDecision, writeRestriction } from "@/lib/records/restrictions/write-decision";
import type { AuditTrail } from "./audit-trail";
import type { Person } from "./person";

/** What the surgeon signed of a story's restrictions after admission: those that were entered, and changes of a limit. */
export async function writeRestrictions(tx: Tx, person: Person, audit: AuditTrail): Promise<void> {
  const { story, clinicId, patientId, episodeId, surgeon, clock } = person;
  const { restrictionsSignedOn: signedOn, restrictions = [] } = story;
  const changed = restrictions.flatMap(({ was, limitKg, untilDay }) =>
    was ? [{ ...was, to: limitKg, untilDay }] : [],
  );
  if (signedOn === undefined && changed.length === 0) return;
  await tx.$queryRaw`SELECT set_config('app.actor_id', ${surgeon.userId}, true), set_config('app.actor_role', ${surgeon.role}, true)`;
  const rows = await tx.restriction.findMany({ where: { clinicId, patientId }, orderBy: { kind: "asc" } });
  const signedAt = signedOn === undefined ? null : clock.at(signedOn, "09:30");
  for (const row of rows) {
    if (signedAt === null) break;
    await writeDecision(tx, surgeon, restrictionOf(row), "confirmed", null, signedAt);
    audit.add(surgeon, "restriction.confirm", { kind: "restriction", id: row.id, patientId }, signedAt);
  }
  for (const { limitKg, to = null, changedOn, untilDay } of changed) {
    const former = rows.map(restrictionOf).find(({ terms }) => terms.kind === "lift-limit" && terms.kg === limitKg);
    if (!former) throw new Error(`${patientId} had no such limit`);
    const at = clock.at(changedOn, "09:40");
    const terms = { ...former.terms, kg: to, untilDate: untilDay === undefined ? null : clock.dayOf(untilDay) };
    const id = await writeRestriction(tx, surgeon, { id: episodeId, patientId }, terms, at, former);
    audit.add(surgeon, "restriction.change", { kind: "restriction", id, patientId }, at);
  }
}
