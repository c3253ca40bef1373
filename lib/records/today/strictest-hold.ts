import { z } from "zod";
import type { TodayHold } from "@/lib/check-in/result";
import { triageLevels } from "@/lib/clinical/triage-content";
import type { Ask } from "@/lib/db/ask-in-clinic";
import { Prisma } from "@/lib/db/generated/client";
import { holdCauses } from "@/lib/schemas/hold";

const instant = z.iso.datetime({ offset: true }).transform((at) => new Date(at).toISOString());

const openHoldSchema = z.strictObject({
  isSuspension: z.boolean(),
  level: z.enum(triageLevels).nullable(),
  checkInId: z.string().nullable(),
  easyActivityAllowed: z.boolean(),
  owner: z.string().nullable(),
  dueAt: instant.nullable(),
  placed: z.strictObject({ by: z.string(), cause: z.enum(holdCauses).catch("other-reason") }).nullable(),
});

/** Open holds as `openHolds` tells them. */
export const openHoldsSchema = z.array(openHoldSchema);
export type OpenHolds = z.output<typeof openHoldsSchema>;
const holdsRow = z.object({ holds: openHoldsSchema });

/**
 * A column with the open holds `h` for `openHoldsSchema`, suspensions first: who answers for one and by when, where an alert of its cause waits; who
 * placed it and why, where a clinician did.
 * @param which what `h` must meet besides
 */
export function openHolds(which: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    SELECT coalesce(jsonb_agg(jsonb_build_object('isSuspension', h.surgeon_only, 'level', h.level, 'checkInId', h.check_in_id,
      'easyActivityAllowed', h.easy_activity_allowed, 'owner', u.display_name, 'dueAt', a.due_at,
      'placed', CASE WHEN placer.id IS NOT NULL THEN jsonb_build_object('by', placer.display_name, 'cause', h.cause) END)
      ORDER BY h.surgeon_only DESC, h.placed_at), '[]')
    FROM hold h
    LEFT JOIN alert a ON a.clinic_id = h.clinic_id AND a.patient_id = h.patient_id AND a.cause = h.cause AND a.state <> 'resolved'
    LEFT JOIN clinic_user u ON u.clinic_id = a.clinic_id AND u.id = a.owner_id
    LEFT JOIN clinic_user placer ON placer.clinic_id = h.clinic_id AND placer.id = h.placed_by_id
    WHERE h.lifted_at IS NULL AND ${which})`;
}

/** The open holds of an episode's program: with who answers for them by when. */
export async function holdsOf(ask: Ask, episodeId: string): Promise<OpenHolds> {
  const rows = await ask(
    Prisma.sql`SELECT ${openHolds(Prisma.sql`h.clinic_id = this_clinic() AND h.program_id IN (
    SELECT p.id FROM program p WHERE p.clinic_id = this_clinic() AND p.episode_id = ${episodeId}::uuid AND p.state IN ('held', 'draft'))`)} AS holds`,
  );
  return holdsRow.parse(rows[0]).holds;
}

/**
 * The strictest of the open holds speaks for all: a suspension wherever one is, easy activity only where every hold allows it, and a call that is
 * owed is told before what a clinician placed.
 */
export function strictestHold(holds: OpenHolds): TodayHold | null {
  const first =
    holds.find(({ level }) => level === "EMERGENCY") ?? holds.find(({ placed }) => placed === null) ?? holds[0];
  if (!first) return null;
  return {
    isEmergency: first.level === "EMERGENCY",
    checkInId: first.checkInId,
    isSuspension: holds.some(({ isSuspension }) => isSuspension),
    easyActivityAllowed: holds.every(({ easyActivityAllowed }) => easyActivityAllowed),
    ...(first.placed === null
      ? { caller: first.owner, callBy: first.dueAt, placed: null }
      : { caller: null, callBy: null, placed: first.placed }),
  };
}
