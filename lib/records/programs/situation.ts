import { z } from "zod";
import { inForce, type StoredRestriction } from "./restrictions-in-force";
import { clearanceKeys, clearanceStates, conditions, regions, restrictionKinds } from "@/lib/clinical/facts";
import type { ProtocolWithEntry } from "@/lib/clinical/entry-criteria";
import type { OtherProtocol, Situation } from "@/lib/clinical/prescription";
import type { Day } from "@/lib/dates";
import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/in-clinic";
import { readSettings, settingsOfClinic, type CurrentSettings } from "@/lib/records/settings/current-settings";
import { protocolFactsSchema } from "@/lib/schemas/stored-facts";

const numeric = z.coerce.number();
const phaseStart = z.object({ n: z.number(), dayStart: z.number() });
const situationRow = z.strictObject({
  protocol: z.string(),
  anchor: z.iso.date(),
  shiftDays: z.number(),
  conditions: z.array(z.enum(conditions)),
  restrictions: z.array(
    z.strictObject({
      kind: z.enum(restrictionKinds),
      region: z.enum(regions).nullable(),
      kg: numeric.nullable(),
      minutes: z.number().nullable(),
      untilDate: z.iso.date().nullable(),
      untilPhase: z.number().nullable(),
      untilClearance: z.enum(clearanceKeys).nullable(),
    }),
  ),
  clearances: z.array(
    z.strictObject({
      key: z.enum(clearanceKeys),
      isOfTheKey: z.boolean(),
      status: z.enum(clearanceStates),
      from: z.iso.date().nullable(),
      until: z.iso.date().nullable(),
      limits: z.strictObject({ maxMinutes: z.number().nullable(), maxKg: numeric.nullable() }),
    }),
  ),
  hold: z.boolean(),
  currentPhase: z.number().nullable(),
  weekLevels: z.array(z.string()),
  phaseStarts: z.array(phaseStart),
  others: z.array(
    z.strictObject({
      protocol: z.string(),
      anchor: z.iso.date(),
      phase: z.number().nullable(),
      facts: protocolFactsSchema,
    }),
  ),
  settings: z.unknown(),
});
type ReadElsewhere = Pick<z.input<typeof situationRow>, "currentPhase" | "weekLevels"> & {
  phaseStarts: readonly z.input<typeof phaseStart>[];
};

/** What the rules weigh of one episode, but for the lines, the phase asked about and what the patient does now. */
export type EpisodeSituation = Omit<Situation, "phase" | "previous" | "alsoProtocols"> & {
  currentPhase: number | null;
  alsoProtocols: OtherProtocol[];
  /** The facts of `alsoProtocols`, for `withProtocols`: without them the rules find a protocol that nobody knows. */
  otherProtocols: ProtocolWithEntry[];
  /** The clinic's numbers, for the rules and for `withClinicNumbers`. */
  settings: CurrentSettings;
};

type AlsoRead = { currentPhase: Prisma.Sql; weekLevels: Prisma.Sql; phaseStarts: Prisma.Sql };

function readHere(today: Day): AlsoRead {
  return {
    currentPhase: Prisma.sql`(
        SELECT p.current_phase FROM program p
        WHERE p.clinic_id = e.clinic_id AND p.episode_id = e.id AND p.state IN ('draft', 'active', 'held'))`,
    weekLevels: Prisma.sql`(
        SELECT coalesce(jsonb_agg(DISTINCT ci.level), '[]') FROM check_in ci
        WHERE ci.clinic_id = e.clinic_id AND ci.patient_id = e.patient_id AND ci.on_day > ${today}::date - 7 AND ci.on_day <= ${today}::date
          AND NOT EXISTS (
            SELECT FROM check_in later WHERE later.clinic_id = ci.clinic_id AND later.corrects_id = ci.id))`,
    phaseStarts: Prisma.sql`(
        SELECT coalesce(jsonb_agg(jsonb_build_object('n', tp.n, 'dayStart', tp.facts -> 'dayStart') ORDER BY tp.n), '[]')
        FROM program p JOIN template_phase tp ON tp.clinic_id = p.clinic_id AND tp.version_id = p.template_version_id
        WHERE p.clinic_id = e.clinic_id AND p.episode_id = e.id AND p.state IN ('draft', 'active', 'held'))`,
  };
}

/** For a page that reads check-ins, program and protocol anyway, and gives what they say to `readSituation`. */
export const readElsewhere: AlsoRead = {
  currentPhase: Prisma.sql`NULL`,
  weekLevels: Prisma.sql`NULL`,
  phaseStarts: Prisma.sql`NULL`,
};

/**
 * The situation of the episode `e` of the surrounding query, as one JSON value for `readSituation`: a page that reads the episode anyway needs no
 * statement of its own for it.
 * @param today the calendar day in the clinic's time zone
 */
export function situationOf(today: Day, { currentPhase, weekLevels, phaseStarts } = readHere(today)): Prisma.Sql {
  return Prisma.sql`jsonb_build_object(
      'protocol', e.protocol_id, 'anchor', coalesce(e.pathway_start, e.procedure_date), 'shiftDays', e.shift_days, 'conditions', to_jsonb(e.conditions),
      'restrictions', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('kind', r.kind, 'region', r.region, 'kg', r.limit_kg, 'minutes', r.limit_minutes,
          'untilDate', r.until_date, 'untilPhase', r.until_phase, 'untilClearance', r.until_clearance) ORDER BY r.created_at, r.id), '[]')
        FROM restriction r WHERE r.clinic_id = e.clinic_id AND r.episode_id = e.id AND r.ended_at IS NULL),
      'clearances', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('key', key, 'isOfTheKey', c.subject_id = key, 'status', c.state, 'from', c.from_day, 'until', c.until_day,
          'limits', jsonb_build_object('maxMinutes', c.max_minutes, 'maxKg', c.max_kg)) ORDER BY c.requested_at, c.id), '[]')
        FROM clearance c, unnest(c.opens_keys) AS key
        WHERE c.clinic_id = e.clinic_id AND c.episode_id = e.id),
      'hold', EXISTS (
        SELECT FROM hold h JOIN program p ON p.clinic_id = h.clinic_id AND p.id = h.program_id
        WHERE h.clinic_id = e.clinic_id AND p.episode_id = e.id AND h.lifted_at IS NULL),
      'currentPhase', ${currentPhase},
      'weekLevels', ${weekLevels},
      'phaseStarts', ${phaseStarts},
      'others', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('protocol', a.protocol_id, 'anchor', a.anchor_on, 'phase', a.phase, 'facts', av.facts)
          ORDER BY a.added_at, a.id), '[]')
        FROM also_protocol a JOIN template_version av ON av.clinic_id = a.clinic_id AND av.id = a.template_version_id
        WHERE a.clinic_id = e.clinic_id AND a.episode_id = e.id AND a.ended_at IS NULL),
      'settings', ${settingsOfClinic(Prisma.sql`e.clinic_id`)}
    )`;
}

/**
 * What `situationOf` selected.
 * @param elsewhere what was read elsewhere: the program's phase, the levels of the last seven days' check-ins, and the phases of the protocol
 * @throws when stored clinical data is not what the rules know: the act stops
 */
export function readSituation(selected: unknown, today: Day, elsewhere?: ReadElsewhere): EpisodeSituation {
  const whole: unknown = elsewhere ? { ...Object(selected), ...elsewhere } : selected;
  const { weekLevels, phaseStarts, restrictions, others, settings, ...known } = situationRow.parse(whole);
  const stored: StoredRestriction[] = restrictions;
  return {
    ...known,
    today,
    clearances: known.clearances.map(({ isOfTheKey: _, ...grant }) => grant),
    alsoProtocols: others.map(({ protocol, anchor, phase }) => ({ protocol, anchor, phase: phase ?? undefined })),
    otherProtocols: others.map(({ facts }) => facts),
    settings: readSettings(settings),
    restrictions: inForce(stored, { ...known, today, phaseStarts }),
    weekWithoutTriageAboveNormal: weekLevels.length > 0 && weekLevels.every((level) => level === "NORMAL_SORENESS"),
  };
}

/**
 * Loads what `review` and `signing` need to know of an episode, in one query.
 * @param today the calendar day in the clinic's time zone
 * @returns null where the episode is not there for this clinic
 * @throws as `readSituation`
 */
export async function loadSituation(
  tx: Tx,
  clinicId: string,
  episodeId: string,
  today: Day,
): Promise<EpisodeSituation | null> {
  const [row] = await tx.$queryRaw<{ situation: unknown }[]>`
    SELECT ${situationOf(today)} AS situation
    FROM episode e WHERE e.clinic_id = ${clinicId}::uuid AND e.id = ${episodeId}::uuid`;
  return row ? readSituation(row.situation, today) : null;
}
