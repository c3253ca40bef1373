import { z } from "zod";
import { Prisma } from "@/lib/db/generated/client";
import { dosageSchema } from "@/lib/schemas/dosage";
import { textSchema } from "@/lib/schemas/text";

/** What the week says of lines of the revision in force, and nobody has settled yet. */
export const openProposalsSchema = z.array(
  z.strictObject({
    id: z.string(),
    exercise: z.string(),
    phase: z.number(),
    from: dosageSchema,
    because: textSchema,
    source: z.array(z.string()),
  }),
);

/** The open proposals of the program `p` of the surrounding query as JSON, in the order of its lines. */
export const openProposals = Prisma.sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', said.id, 'exercise', l.exercise_code, 'phase', l.phase, 'from', said.from_dosage,
    'because', said.because, 'source', to_jsonb(said.source))
    ORDER BY l.phase, l.position), '[]')
  FROM dosage_proposal said JOIN prescribed_exercise l ON l.clinic_id = said.clinic_id AND l.id = said.line_id
  WHERE said.clinic_id = p.clinic_id AND said.program_id = p.id AND said.state = 'open')`;
