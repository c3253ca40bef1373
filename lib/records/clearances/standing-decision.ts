import { Prisma } from "@/lib/db/generated/client";

/** Of the rows of clearance_decision d, those that were not taken back, and none that takes back. */
export const isStanding = Prisma.sql`d.undoes_id IS NULL AND NOT EXISTS (
  SELECT FROM clearance_decision back WHERE back.clinic_id = d.clinic_id AND back.undoes_id = d.id)`;
