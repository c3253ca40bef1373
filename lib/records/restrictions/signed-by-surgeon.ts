import { Prisma } from "@/lib/db/generated/client";

/** Whether a surgeon has signed the restriction `x` of the surrounding query: ordered, changed or confirmed it. */
export const isSignedBySurgeon = Prisma.sql`EXISTS (
  SELECT FROM restriction_decision d JOIN clinic_user signer ON signer.clinic_id = d.clinic_id AND signer.id = d.decided_by_id
  WHERE d.clinic_id = x.clinic_id AND d.restriction_id = x.id AND signer.role = 'surgeon')`;
