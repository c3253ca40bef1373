import type { Tx } from "@/lib/db/in-clinic";

/** The therapist who has been on the care team longest; null when there is none. */
export async function therapistOf(tx: Tx, clinicId: string, patientId: string): Promise<string | null> {
  const member = await tx.careTeamMember.findFirst({
    where: { clinicId, patientId, leftAt: null, user: { role: "therapist", disabledAt: null } },
    orderBy: { joinedAt: "asc" },
    select: { userId: true },
  });
  return member?.userId ?? null;
}
