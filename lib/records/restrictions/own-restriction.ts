import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { clearanceKeys, regions, restrictionKinds } from "@/lib/clinical/facts";
import type { RestrictionTerms } from "@/lib/clinical/restriction-strictness";
import { dateOf, dayOf } from "@/lib/dates";
import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/in-clinic";
import { Conflict, NotFound } from "@/lib/errors";
import type { OwnEpisode } from "@/lib/records/episodes/own-episode";

/** A restriction of the episode as a verb reads it before it decides. */
export type OwnRestriction = {
  id: string;
  replacesId: string | null;
  patientId: string;
  episodeId: string;
  terms: RestrictionTerms;
  note: string | null;
};

type Row = {
  id: string;
  replacesId: string | null;
  patientId: string;
  episodeId: string;
  kind: string;
  region: string | null;
  limitKg: { toNumber: () => number } | null;
  limitMinutes: number | null;
  untilDate: Date | null;
  untilPhase: number | null;
  untilClearance: string | null;
  note: string | null;
};

/** The terms of a restriction as they are read. */
export const restrictionTermsSchema = z.strictObject({
  kind: z.enum(restrictionKinds),
  region: z.enum(regions).nullable(),
  kg: z.number().nullable(),
  minutes: z.number().nullable(),
  untilDate: z.iso.date().nullable(),
  untilPhase: z.number().nullable(),
  untilClearance: z.enum(clearanceKeys).nullable(),
});

/** The terms of the restriction `x` of the surrounding query, for `restrictionTermsSchema`. */
export const termsOfRestriction = Prisma.sql`jsonb_build_object('kind', x.kind, 'region', x.region, 'kg', x.limit_kg, 'minutes', x.limit_minutes,
  'untilDate', x.until_date, 'untilPhase', x.until_phase, 'untilClearance', x.until_clearance)`;

/** The terms as they are stored, whatever they are. */
export function storedTermsOf({ kind, region, limitKg, limitMinutes, untilDate, untilPhase, untilClearance }: Row) {
  return {
    ...{ kind, region, kg: limitKg?.toNumber() ?? null, minutes: limitMinutes },
    ...{ untilDate: untilDate === null ? null : dayOf(untilDate), untilPhase, untilClearance },
  };
}

/** @throws when stored clinical data is not what the rules know */
export function restrictionOf(row: Row): OwnRestriction {
  const { id, replacesId, patientId, episodeId, note } = row;
  return { id, replacesId, patientId, episodeId, terms: restrictionTermsSchema.parse(storedTermsOf(row)), note };
}

/** The columns of what is ordered. */
export function columnsOf({ kind, region, kg, minutes, untilDate, untilPhase, untilClearance }: RestrictionTerms) {
  return {
    ...{ kind, region, limitKg: kg, limitMinutes: minutes },
    ...{ untilDate: untilDate === null ? null : dateOf(untilDate), untilPhase, untilClearance },
  };
}

/**
 * One restriction of an episode that the caller has locked.
 * @throws {NotFound} where the episode has none such
 * @throws {Conflict} where it has ended or was replaced
 */
export async function standingRestriction(
  tx: Tx,
  { clinicId }: Actor,
  { id: episodeId }: OwnEpisode,
  id: string,
): Promise<OwnRestriction> {
  const row = await tx.restriction.findFirst({ where: { clinicId, episodeId, id } });
  if (!row) throw new NotFound("restriction");
  if (row.endedAt !== null) throw new Conflict("restriction", null);
  return restrictionOf(row);
}
