import { z } from "zod";
import { type Actor, roles } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { inClinic } from "@/lib/db/in-clinic";
import { recordAct } from "@/lib/records/audit/record-act";

/** How many audit rows the page shows, newest first. */
const latest = 100;
const mostPeople = 500;

/** Somebody who signs in; no health data. Instants are ISO texts. */
export type Person = {
  id: string;
  name: string;
  signInName: string;
  role: (typeof roles)[number];
  locale: "en" | "es";
  isDisabled: boolean;
  since: string;
};

/** Who did what when: never about whom, and nothing of the record. */
export type AuditLine = {
  id: string;
  at: string;
  actorName: string | null;
  actorRole: string;
  act: string;
  subjectKind: string;
  outcome: string;
};

export type ClinicPeople = { people: Person[]; audit: AuditLine[] };

/** The people of the clinic and the latest acts, for its administrator; both reads are audited. */
export async function loadPeople(actor: Actor): Promise<ClinicPeople> {
  requirePermission(actor, "people.read");
  requirePermission(actor, "audit.read");
  const { clinicId } = actor;
  return inClinic(actor, async (tx) => {
    const people = await tx.user.findMany({
      where: { clinicId },
      orderBy: [{ role: "asc" }, { displayName: "asc" }, { id: "asc" }],
      take: mostPeople,
    });
    const audit = await tx.$queryRaw<unknown[]>`
      SELECT e.id, e.at, who.display_name AS "actorName", e.actor_role AS "actorRole", e.act, e.subject_kind AS "subjectKind", e.outcome
      FROM audit_event e LEFT JOIN clinic_user who ON who.clinic_id = e.clinic_id AND who.id = e.actor_id
      WHERE e.clinic_id = ${clinicId}::uuid ORDER BY e.at DESC, e.id DESC LIMIT ${latest}`;
    await recordAct(tx, actor, "audit.read", { kind: "audit" });
    await recordAct(tx, actor, "audit.read", { kind: "people" });
    return {
      people: people.map((user) => ({
        id: user.id,
        name: user.displayName,
        signInName: user.signInName,
        role: z.enum(roles).parse(user.role),
        locale: z.enum(["en", "es"]).parse(user.locale),
        isDisabled: user.disabledAt !== null,
        since: user.createdAt.toISOString(),
      })),
      audit: z.array(auditRow).parse(audit),
    };
  });
}

const auditRow = z.strictObject({
  id: z.string(),
  at: z.date().transform((at) => at.toISOString()),
  actorName: z.string().nullable(),
  actorRole: z.string(),
  act: z.string(),
  subjectKind: z.string(),
  outcome: z.string(),
});
