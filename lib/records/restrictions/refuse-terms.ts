import type { RestrictionTerms } from "@/lib/clinical/restriction-strictness";
import type { Day } from "@/lib/dates";
import type { Tx } from "@/lib/db/in-clinic";
import { Invalid } from "@/lib/errors";

/** What the episode's restrictions are measured against now. */
type Standing = {
  phases: number;
  currentPhase: number | null;
  /** Keys that are granted themselves, not only by an activity. */
  live: string[];
  inForce: { id: string; kind: string; region: string | null }[];
};

async function loadStanding(tx: Tx, clinicId: string, episodeId: string): Promise<Standing> {
  const [row] = await tx.$queryRaw<{ standing: Standing }[]>`
    SELECT jsonb_build_object(
      'phases', coalesce((
        SELECT jsonb_array_length(v.facts -> 'phases') FROM program p
        JOIN template_version v ON v.clinic_id = p.clinic_id AND v.id = p.template_version_id
        WHERE p.clinic_id = e.clinic_id AND p.episode_id = e.id AND p.state IN ('draft', 'active', 'held')), 0),
      'currentPhase', (
        SELECT p.current_phase FROM program p
        WHERE p.clinic_id = e.clinic_id AND p.episode_id = e.id AND p.state IN ('draft', 'active', 'held')),
      'live', (
        SELECT coalesce(jsonb_agg(DISTINCT c.subject_id), '[]') FROM clearance c
        WHERE c.clinic_id = e.clinic_id AND c.episode_id = e.id AND is_granted_itself(e.clinic_id, e.id, c.subject_id)),
      'inForce', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'kind', f.kind, 'region', f.region)), '[]')
        FROM restrictions_in_force(e.clinic_id, e.id) f)
    ) AS standing
    FROM episode e WHERE e.clinic_id = ${clinicId}::uuid AND e.id = ${episodeId}::uuid`;
  if (!row) throw new Error("the locked episode is there");
  return row.standing;
}

/**
 * Refuses terms that would never be in force, end with what the program does not have, or stand already.
 * @param asked each with the path of its fields in the verb's input; `replacing` is the one that it changes
 * @throws {Invalid} naming every such field
 */
export async function refuseTerms(
  tx: Tx,
  clinicId: string,
  episodeId: string,
  asked: readonly { at: string; terms: RestrictionTerms; replacing: string | null }[],
  today: Day,
): Promise<void> {
  const standing = await loadStanding(tx, clinicId, episodeId);
  const fields = asked.flatMap(({ at, terms, replacing }) =>
    gapsOf(terms, replacing, standing, today).map(([field, message]) => [`${at}${field}`, message] as const),
  );
  if (fields.length > 0) throw new Invalid(Object.fromEntries(fields));
}

function gapsOf(
  { kind, region, untilDate, untilPhase, untilClearance }: RestrictionTerms,
  replacing: string | null,
  { phases, currentPhase, live, inForce }: Standing,
  today: Day,
): [string, string][] {
  const gaps: [string, string][] = [];
  if (untilDate !== null && untilDate < today) gaps.push(["untilDate", "notBeforeToday"]);
  if (untilPhase !== null && untilPhase > phases) gaps.push(["untilPhase", "noSuchPhase"]);
  else if (untilPhase !== null && untilPhase <= (currentPhase ?? 0)) gaps.push(["untilPhase", "phaseReached"]);
  if (untilClearance !== null && live.includes(untilClearance)) gaps.push(["untilClearance", "grantIsLive"]);
  const twin = inForce.find((one) => one.kind === kind && one.region === region && one.id !== replacing);
  if (twin !== undefined) gaps.push(["kind", "restrictionStands"]);
  return gaps;
}
