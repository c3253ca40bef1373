import { Prisma } from "@/lib/db/generated/client";
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

/** The same as a column, for a query over episode e. */
export const longestTherapistOfEpisode = Prisma.sql`(
  SELECT m.user_id FROM care_team_member m JOIN clinic_user u ON u.clinic_id = m.clinic_id AND u.id = m.user_id
  WHERE m.clinic_id = e.clinic_id AND m.patient_id = e.patient_id AND m.left_at IS NULL AND u.role = 'therapist' AND u.disabled_at IS NULL
  ORDER BY m.joined_at, m.user_id LIMIT 1)`;
