import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import type { ContentWithEntry } from "@/lib/clinical/entry-criteria";
import { clearanceKeys, type ClinicalContent, type Text } from "@/lib/clinical/facts";
import type { Line, Situation } from "@/lib/clinical/prescription";
import type { ClinicalSettings } from "@/lib/clinical/settings";
import { dayIn, type Day } from "@/lib/dates";
import { Prisma } from "@/lib/db/generated/client";
import { inClinic, type Tx } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { dosageOfLine } from "./dosage-columns";
import { dosageSchema } from "@/lib/schemas/dosage";
import { draftLinesSchema } from "@/lib/schemas/program";
import { textSchema } from "@/lib/schemas/text";
import { proposedSchema } from "@/lib/schemas/proposed";
import { changedBy } from "./changed-by";
import { withProtocols } from "./clinical-content";
import { openProposals, openProposalsSchema } from "@/lib/records/proposals/open-proposals";
import { areDefaultsReviewed } from "@/lib/records/settings/reviews";
import { withClinicNumbers } from "@/lib/records/settings/current-settings";
import { lineIsOpen, nameOfLine } from "./line-as-drafted";
import { type ExerciseWords, loadTemplate, type TemplateLine } from "./load-template";
import { readSituation, situationOf, type EpisodeSituation } from "./situation";

const instant = z.iso.datetime({ offset: true });
const programRow = z.strictObject({
  programId: z.string(),
  episodeId: z.string(),
  templateVersionId: z.string(),
  templateVersion: z.number(),
  /** Another one than `templateVersion` where the open draft takes a newer version of the template. */
  runsByVersion: z.number(),
  templateTitle: z.strictObject({ en: z.string(), es: z.string() }),
  templatePublishedAt: instant.nullable(),
  /** In which the patient reads. */
  patientLanguage: z.enum(["en", "es"]),
  state: z.enum(["draft", "active", "held", "completed", "stopped"]),
  currentRevision: z.number().nullable(),
  currentPhase: z.number().nullable(),
  surgeon: z.string(),
  patientName: z.string(),
  draft: z
    .strictObject({
      version: z.number(),
      startPhase: z.number(),
      lines: draftLinesSchema,
      changedAt: instant,
      changedBy: z.string(),
      proposed: proposedSchema.nullable(),
    })
    .nullable(),
  revisions: z.array(z.strictObject({ number: z.number(), signedName: z.string(), signedAt: instant })),
  /** The lines of the current revision, of all its phases, by the names that were signed. */
  signedLines: z.array(
    z.strictObject({
      phase: z.number(),
      exercise: z.string(),
      name: textSchema,
      dosage: dosageSchema,
      opensOn: z.iso.date(),
      /** Of the keys that the line and the current phase need, those without a live grant. */
      missingKeys: z.array(z.enum(clearanceKeys)),
      isOpen: z.boolean(),
    }),
  ),
  openProposals: openProposalsSchema,
  /** With which the reader begins exercises, by code. */
  ownDosages: z.record(z.string(), dosageSchema),
  /** Whether a clinic that is no demo may sign at all: a surgeon and a therapist have reviewed the shipped numbers. */
  areDefaultsReviewed: z.boolean(),
});

export type BuilderPhase = {
  n: number;
  name: Text;
  dayStart: number;
  dayEndExclusive: number | null;
  lines: TemplateLine[];
};
/** Everything that the program page and its rules need; the facts are only those of the protocols in play. */
export type ProgramPage = Omit<z.output<typeof programRow>, "templateVersionId"> & {
  phases: BuilderPhase[];
  /** What the patient does now: growth is measured from it. */
  previous: Line[];
  /** In which the clinic reads loads; they are stored in kilograms. */
  massUnit: Actor["clinic"]["massUnit"];
  timeZone: string;
  /** What the library says of the exercises beside their facts, by code. */
  words: Readonly<Record<string, ExerciseWords>>;
  content: ClinicalContent;
  situation: Omit<Situation, "phase" | "previous">;
  /** The clinic's numbers for the rules. */
  settings: ClinicalSettings;
  today: Day;
};

/**
 * The running program of a patient with its draft, the template at hand, and the facts by which the rules judge it.
 * @throws {NotFound} where the patient is not the actor's, or has no program
 */
export async function loadProgram(actor: Actor, patientId: string, now: Date = new Date()): Promise<ProgramPage> {
  requirePermission(actor, "patient.read");
  return inClinic(actor, (tx) => readProgram(tx, actor, patientId, dayIn(actor.clinic.timeZone, now)));
}

/** As `loadProgram`, inside the transaction of a page that reads more; whoever calls has asked for the permission. */
export async function readProgram(tx: Tx, actor: Actor, patientId: string, today: Day): Promise<ProgramPage> {
  const { situation, ...program } = await findProgram(tx, actor, patientId, today);
  const {
    content: own,
    phases,
    words,
  } = await loadTemplate(
    tx,
    actor.clinicId,
    program.templateVersionId,
    [...(program.draft?.lines ?? []), ...program.signedLines].map(({ exercise }) => exercise),
  );
  await recordAct(tx, actor, "program.read", { kind: "program", id: program.programId, patientId });
  const { templateVersionId, ...shown } = program;
  const { currentPhase, otherProtocols, settings, ...known } = situation;
  const content = withClinicNumbers(settings, withProtocols(own, otherProtocols));
  const protocol = content.protocols[situation.protocol];
  if (!protocol) throw new NotFound(`template ${templateVersionId}`);
  return {
    ...shown,
    currentPhase,
    previous: program.signedLines
      .filter(({ phase }) => phase === currentPhase)
      .map(({ exercise, dosage }) => ({ exercise, dosage })),
    massUnit: actor.clinic.massUnit,
    timeZone: actor.clinic.timeZone,
    words,
    phases: protocol.phases.map(({ n, name, dayStart, dayEndExclusive }) => {
      const lines = phases.find((phase) => phase.n === n)?.lines ?? [];
      return { n, name, dayStart, dayEndExclusive, lines };
    }),
    content: inPlay(content),
    situation: known,
    settings: settings.clinical,
    today,
  };
}

type FoundProgram = z.output<typeof programRow> & { situation: EpisodeSituation };

async function findProgram(tx: Tx, actor: Actor, patientId: string, today: Day): Promise<FoundProgram> {
  const rows = await tx.$queryRaw<{ program: unknown; situation: unknown }[]>`
    SELECT jsonb_build_object(
      'programId', p.id, 'episodeId', p.episode_id, 'templateVersionId', v.id, 'templateVersion', v.number,
      'runsByVersion', (SELECT own.number FROM template_version own WHERE own.clinic_id = p.clinic_id AND own.id = p.template_version_id),
      'templateTitle', t.title, 'templatePublishedAt', v.published_at, 'patientLanguage', pt.locale,
      'state', p.state, 'currentRevision', p.current_revision, 'currentPhase', p.current_phase,
      'surgeon', s.printed_name, 'patientName', pt.given_name || ' ' || pt.family_name,
      'draft', (
        SELECT jsonb_build_object('version', d.version, 'startPhase', d.start_phase, 'lines', d.lines, 'changedAt', d.changed_at,
          'changedBy', ${changedBy}, 'proposed', d.proposed)
        FROM program_draft d LEFT JOIN clinic_user u ON u.clinic_id = d.clinic_id AND u.id = d.changed_by_id
        WHERE d.clinic_id = p.clinic_id AND d.program_id = p.id),
      'revisions', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('number', r.number, 'signedName', r.signed_name, 'signedAt', r.signed_at)
          ORDER BY r.number DESC), '[]')
        FROM program_revision r WHERE r.clinic_id = p.clinic_id AND r.program_id = p.id),
      'signedLines', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('phase', l.phase, 'exercise', l.exercise_code, 'name', ${nameOfLine},
          'dosage', ${dosageOfLine}, 'opensOn', l.opens_on, 'isOpen', ${lineIsOpen}, 'missingKeys', (
            SELECT coalesce(jsonb_agg(DISTINCT key), '[]') FROM unnest(ph.entry_keys || l.needs_keys) AS key
            WHERE NOT has_live_grant(l.clinic_id, p.episode_id, key, l.duration_min, l.load_kg, l.is_loaded_lifting))
          ) ORDER BY l.phase, l.position), '[]')
        FROM program_revision r JOIN prescribed_exercise l ON l.clinic_id = r.clinic_id AND l.revision_id = r.id
        JOIN program_phase ph ON ph.clinic_id = r.clinic_id AND ph.revision_id = r.id AND ph.n = l.phase
        JOIN exercise x ON x.clinic_id = l.clinic_id AND x.id = l.exercise_id
        WHERE r.clinic_id = p.clinic_id AND r.program_id = p.id AND r.number = p.current_revision),
      'openProposals', ${openProposals},
      'ownDosages', (
        SELECT coalesce(jsonb_object_agg(x.code, ep.dosage), '{}')
        FROM exercise_preference ep JOIN exercise x ON x.clinic_id = ep.clinic_id AND x.id = ep.exercise_id
        WHERE ep.clinic_id = p.clinic_id AND ep.user_id = ${actor.userId}::uuid AND ep.dosage IS NOT NULL),
      'areDefaultsReviewed', ${areDefaultsReviewed(Prisma.sql`p.clinic_id`)}
    ) AS program, ${situationOf(today)} AS situation
    FROM program p
    JOIN care_team_member m ON m.clinic_id = p.clinic_id AND m.patient_id = p.patient_id AND m.left_at IS NULL
      AND m.user_id = ${actor.userId}::uuid
    JOIN patient pt ON pt.clinic_id = p.clinic_id AND pt.id = p.patient_id
    JOIN episode e ON e.clinic_id = p.clinic_id AND e.id = p.episode_id
    JOIN clinic_user s ON s.clinic_id = e.clinic_id AND s.id = e.surgeon_id
    LEFT JOIN program_draft pd ON pd.clinic_id = p.clinic_id AND pd.program_id = p.id
    JOIN template_version v ON v.clinic_id = p.clinic_id AND v.id = coalesce(pd.template_version_id, p.template_version_id)
    JOIN template t ON t.clinic_id = v.clinic_id AND t.id = v.template_id
    WHERE p.clinic_id = ${actor.clinicId}::uuid AND p.patient_id = ${patientId}::uuid
    ORDER BY p.created_at DESC LIMIT 1`;
  const [row] = rows;
  if (!row) throw new NotFound("program");
  return { ...programRow.parse(row.program), situation: readSituation(row.situation, today) };
}

/** Without the days of protocols that are not in play and what only readiness reads: the browser is given what its rules read. */
export function inPlay(content: ContentWithEntry): ClinicalContent {
  const protocols = Object.entries(content.protocols).map(([id, facts]) => {
    const phases = facts.phases.map(({ entryCriteria, ...phase }) => phase);
    return [id, { ...facts, phases }] as const;
  });
  const exercises = Object.entries(content.exercises).map(([id, facts]) => {
    const earliest = Object.entries(facts.earliest).filter(([protocol]) => protocol in content.protocols);
    return [id, { ...facts, earliest: Object.fromEntries(earliest) }] as const;
  });
  return { protocols: Object.fromEntries(protocols), exercises: Object.fromEntries(exercises) };
}
