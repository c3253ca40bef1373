import { z } from "zod";
import { Prisma } from "@/lib/db/generated/client";
import { carriesPhase } from "@/lib/draft/template-merge";
import type { Tx } from "@/lib/db/in-clinic";
import { Refused } from "@/lib/errors";
import { textSchema } from "@/lib/schemas/text";

const phases = z.array(
  z.object({ n: z.number(), dayStart: z.number(), dayEndExclusive: z.number().nullable(), name: textSchema }),
);
const switchRow = z.strictObject({
  currentPhase: z.number().nullable(),
  base: phases,
  theirs: phases,
  /** Phases with which restrictions of the episode end that stand now. */
  untilPhases: z.array(z.number()),
});

type Switch = z.output<typeof switchRow>;

export type SwitchRefusal = "phaseNotInVersion" | "restrictionEndsEarlier";

/** Phases of the program p with which restrictions of its episode end that stand now. */
export const untilPhases = Prisma.sql`(
  SELECT coalesce(jsonb_agg(DISTINCT r.until_phase), '[]') FROM restriction r
  WHERE r.clinic_id = p.clinic_id AND r.episode_id = p.episode_id AND r.ended_at IS NULL AND r.until_phase > coalesce(p.current_phase, 0))`;

/**
 * Whether a program may take another version of its template without a decision of its own: the phase in which the patient is has to mean the same,
 * and no restriction may end earlier because its phase begins earlier.
 * @returns null where it may
 */
export async function switchRefusal(
  tx: Tx,
  clinicId: string,
  { programId, templateVersionId }: { programId: string; templateVersionId: string },
): Promise<SwitchRefusal | null> {
  const [row] = await tx.$queryRaw<{ found: unknown }[]>`
    SELECT jsonb_build_object('currentPhase', p.current_phase, 'base', was.facts -> 'phases', 'theirs', now.facts -> 'phases', 'untilPhases', ${untilPhases}) AS found
    FROM program p
    JOIN template_version was ON was.clinic_id = p.clinic_id AND was.id = p.template_version_id
    JOIN template_version now ON now.clinic_id = p.clinic_id AND now.id = ${templateVersionId}::uuid
    WHERE p.clinic_id = ${clinicId}::uuid AND p.id = ${programId}::uuid`;
  return refusalOf(switchRow.parse(row?.found));
}

/** As `switchRefusal`, of what is known already. */
export function refusalOf({ base, theirs, currentPhase, untilPhases }: Switch): SwitchRefusal | null {
  if (!carriesPhase(base, theirs, currentPhase ?? 1)) return "phaseNotInVersion";
  const startOf = (of: typeof base, n: number) => of.find((phase) => phase.n === n)?.dayStart ?? -1;
  return untilPhases.some((n) => startOf(theirs, n) < startOf(base, n)) ? "restrictionEndsEarlier" : null;
}

/** @throws {Refused} with the reason where the program may not take the version */
export async function refuseSwitch(
  tx: Tx,
  clinicId: string,
  draft: { programId: string; templateVersionId: string },
): Promise<void> {
  const why = await switchRefusal(tx, clinicId, draft);
  if (why !== null) throw new Refused(why);
}
