import { Prisma } from "@/lib/db/generated/client";

/** Who changed the draft last, of the `clinic_user` u that the surrounding query joins on the left; a draft that nobody has changed is the product's. */
export const changedBy = Prisma.sql`coalesce(u.display_name, 'Phasewise')`;
