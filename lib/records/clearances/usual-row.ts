import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import type { SetSubject, UsualLimits } from "@/lib/clinical/clearance-set";
import { clearanceKeys, clearanceStates } from "@/lib/clinical/facts";
import type { SettingValues } from "@/lib/clinical/settings/entry";
import { shifted } from "@/lib/clinical/track";
import { typicalStart } from "@/lib/clinical/typical-start";
import type { Day } from "@/lib/dates";
import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { readSettings, settingsOfClinic } from "@/lib/records/settings/current-settings";
import { protocolFactsSchema } from "@/lib/schemas/stored-facts";
import { liftingLadder } from "@/prisma/content/bundled";
import type { DecisionSubject } from "./clearance-detail";
import { protocolOfEpisode, protocolsOf } from "./episode-protocols";
import { subjectTextsSchema } from "./subject-texts";
import { typicalIn, typicalOfKeys, typicalOfKeysIn } from "./typical-earliest";

const row = z.strictObject({
  patient: z.strictObject({ id: z.string(), name: z.string(), mrn: z.string(), locale: z.enum(["en", "es"]) }),
  episode: z
    .strictObject({
      id: z.string(),
      protocol: z.string(),
      /** The episode's own protocol first. */
      protocols: z.array(protocolOfEpisode),
      facts: protocolFactsSchema.nullable(),
      currentPhase: z.number().nullable(),
      settings: z.unknown(),
      subjects: z.array(
        z.strictObject({
          id: z.string(),
          kind: z.enum(["activity", "key"]),
          texts: subjectTextsSchema,
          opensKeys: z.array(z.enum(clearanceKeys)),
          state: z.enum(clearanceStates).nullable(),
          untilDay: z.iso.date().nullable(),
          requestedId: z.string().nullable(),
          typical: z.array(z.strictObject({ protocol: z.string(), ofKeys: typicalOfKeys })),
        }),
      ),
    })
    .nullable(),
});
type Episode = NonNullable<z.output<typeof row>["episode"]>;

/** What the set of a week is made of. */
export type FoundUsual = {
  patient: z.output<typeof row>["patient"];
  episode: {
    id: string;
    limits: UsualLimits;
    subjects: { set: SetSubject; words: DecisionSubject; requestedId: string | null }[];
  } | null;
};

/**
 * Every subject that the actor decides for the patient's open episode, with its typical days in all protocols of it, in one query.
 * @throws {NotFound} of a patient who is not theirs
 */
export async function findUsual(tx: Tx, actor: Actor, patientId: string, today: Day): Promise<FoundUsual> {
  const [found] = await tx.$queryRaw<{ found: unknown }[]>`
    SELECT jsonb_build_object(
      'patient', jsonb_build_object('id', p.id, 'name', p.given_name || ' ' || p.family_name, 'mrn', p.mrn, 'locale', p.locale),
      'episode', CASE WHEN e.id IS NULL THEN NULL ELSE jsonb_build_object(
        'id', e.id, 'protocol', e.protocol_id,
        'protocols', (SELECT jsonb_agg(o.facts ORDER BY o.n) FROM (${protocolsOf}) o),
        'facts', (
          SELECT v.facts FROM template t JOIN template_version v ON v.clinic_id = t.clinic_id AND v.template_id = t.id
          WHERE t.clinic_id = e.clinic_id AND t.protocol_id = e.protocol_id AND v.published_at IS NOT NULL
            AND (t.origin = 'shipped' OR v.id = pr.template_version_id)
          ORDER BY v.id = pr.template_version_id DESC NULLS LAST, v.number DESC LIMIT 1),
        'currentPhase', pr.current_phase,
        'settings', ${settingsOfClinic(Prisma.sql`e.clinic_id`)},
        'subjects', (
          SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'kind', s.kind, 'texts', s.texts, 'opensKeys', to_jsonb(s.opens_keys),
            'state', newest.state, 'untilDay', newest.until_day, 'requestedId', CASE newest.state WHEN 'requested' THEN newest.id END,
            'typical', (
              SELECT jsonb_agg(jsonb_build_object('protocol', o.id, 'ofKeys', ${typicalOfKeysIn(Prisma.sql`o.id`)}) ORDER BY o.n)
              FROM (${protocolsOf}) o)) ORDER BY s.id), '[]')
          FROM clearance_subject s
          CROSS JOIN LATERAL (SELECT s.clinic_id, s.opens_keys) c
          LEFT JOIN LATERAL (
            SELECT every.id, every.state, every.until_day FROM clearance every
            WHERE every.clinic_id = e.clinic_id AND every.episode_id = e.id AND every.subject_id = s.id
            ORDER BY every.requested_at DESC, every.id DESC LIMIT 1
          ) newest ON true
          WHERE s.clinic_id = e.clinic_id AND clearance_decider(s.clinic_id, s.id, e.id) = ${actor.role})) END
    ) AS found
    FROM patient p
    JOIN care_team_member m ON m.clinic_id = p.clinic_id AND m.patient_id = p.id AND m.user_id = ${actor.userId}::uuid AND m.left_at IS NULL
    LEFT JOIN episode e ON e.clinic_id = p.clinic_id AND e.patient_id = p.id AND e.ended_at IS NULL
    LEFT JOIN program pr ON pr.clinic_id = e.clinic_id AND pr.episode_id = e.id AND pr.state IN ('draft', 'active', 'held')
    WHERE p.clinic_id = ${actor.clinicId}::uuid AND p.id = ${patientId}::uuid`;
  if (!found) throw new NotFound("patient");
  const { patient, episode } = row.parse(found.found);
  return { patient, episode: episode && asEpisode(episode, today) };
}

function asEpisode(episode: Episode, today: Day): NonNullable<FoundUsual["episode"]> {
  const { values } = readSettings(episode.settings);
  return {
    id: episode.id,
    limits: limitsOf(episode, values),
    subjects: episode.subjects.map(({ id, kind, texts, opensKeys, state, untilDay, requestedId, typical }) => {
      const isOver = (state === "granted" || state === "limited") && untilDay !== null && untilDay < today;
      const named = typical.flatMap(({ protocol, ofKeys }) => {
        const days = episode.protocols.find((one) => one.id === protocol);
        return days ? typicalIn({ id, texts }, { ...days, ofKeys }, values) : [];
      });
      return {
        set: { id, opensKeys, typical: typicalStart(named), state: isOver ? "expired" : state },
        words: { kind, name: texts.name, meaning: texts.meaning, patientName: texts.patientName },
        requestedId,
      };
    }),
  };
}

/** In the current phase of a running program its limit counts, however far the calendar is. */
function limitsOf({ protocol, protocols, facts, currentPhase }: Episode, values: SettingValues): UsualLimits {
  const steps = Object.entries(liftingLadder).find(([id]) => id === protocol)?.[1] ?? [];
  const [own] = protocols;
  const on = (dayStart: number) => (own ? shifted(own, dayStart) : dayStart);
  const phases = (facts?.phases ?? []).filter(({ n }) => currentPhase === null || n <= currentPhase);
  return {
    anchor: own?.anchor ?? "",
    ladder: steps.map(({ dayStart, limitKg }) => ({
      dayStart: on(dayStart),
      limitKg: values[`ladder.${protocol}.${dayStart}`] ?? limitKg,
    })),
    sitting: phases.map(({ dayStart, limits: { sitMaxMin } }) => ({ dayStart: on(dayStart), sitMaxMin })),
  };
}
