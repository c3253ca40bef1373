import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { procedureTypes, type Text } from "@/lib/clinical/facts";
import { triageRegions } from "@/lib/clinical/triage-content";
import { dayIn, type Day } from "@/lib/dates";
import { Prisma } from "@/lib/db/generated/client";
import { inClinic, type Tx } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locale";
import { recordAct } from "@/lib/records/audit/record-act";
import { clinicTriage } from "@/lib/records/check-ins/clinic-triage";
import { triageContextOf } from "@/lib/check-in/context";
import { ownPatientId } from "@/lib/records/check-ins/own-patient";
import { signsByLevel, type SignsByLevel } from "@/lib/records/check-ins/signs-by-level";
import { seeDecisions } from "@/lib/records/clearances/see-decisions";
import { loadOpenLines, type OpenLine } from "@/lib/records/today/open-lines";
import { reviewedLines } from "@/lib/records/today/reviewed-lines";
import { protocolFactsSchema } from "@/lib/schemas/stored-facts";
import { readSituation, situationOf, type EpisodeSituation } from "./situation";

const paper = z.strictObject({
  episodeId: z.string(),
  patientName: z.string(),
  language: z.enum(["en", "es"]),
  treated: z.strictObject({
    protocolId: z.string(),
    procedureType: z.enum(procedureTypes),
    region: z.enum(triageRegions),
    technique: z.string(),
    procedureDate: z.iso.date(),
  }),
  program: z
    .strictObject({
      phase: z.number(),
      protocol: protocolFactsSchema,
      number: z.number(),
      signedBy: z.string(),
      signedAt: z.iso.datetime({ offset: true }),
    })
    .nullable(),
});

export type HandoutLine = Pick<OpenLine, "id" | "texts" | "figure" | "dosage" | "noteToPatient">;
/** A running program for paper; days are calendar days in the clinic's time zone. */
export type Handout = {
  patientName: string;
  language: Locale;
  day: Day;
  revision: { number: number; signedBy: string; signedOn: Day } | null;
  phase: { n: number; count: number; name: Text } | null;
  /** What the patient may do now, of every day of the week; what is held back is not in it. */
  lines: HandoutLine[];
  isPaused: boolean;
  signs: SignsByLevel;
};

/**
 * The patient's own program for paper.
 * @throws {NotFound} when no episode is open
 */
export async function loadOwnHandout(actor: Actor, now: Date = new Date()): Promise<Handout> {
  requirePermission(actor, "own.read");
  return inClinic(actor, async (tx) => {
    await seeDecisions(tx, actor);
    return readHandout(tx, actor, ownPatientId(actor), Prisma.empty, now);
  });
}

/**
 * The same, for the team that hands it to the patient.
 * @throws {NotFound} where the patient is not the actor's, or no episode is open
 */
export async function loadHandout(actor: Actor, patientId: string, now: Date = new Date()): Promise<Handout> {
  requirePermission(actor, "patient.read");
  const ofTeam = Prisma.sql`JOIN care_team_member m ON m.clinic_id = e.clinic_id AND m.patient_id = e.patient_id AND m.left_at IS NULL
    AND m.user_id = ${actor.userId}::uuid`;
  return inClinic(actor, (tx) => readHandout(tx, actor, patientId, ofTeam, now));
}

async function readHandout(tx: Tx, actor: Actor, patientId: string, scope: Prisma.Sql, now: Date): Promise<Handout> {
  const { timeZone } = actor.clinic;
  const day = dayIn(timeZone, now);
  const { situation, program, ...found } = await findPaper(tx, actor, patientId, scope, day);
  const open = program ? await loadOpenLines(tx, actor.clinicId, patientId, day) : [];
  const lines = program ? reviewedLines(open, situation, program.protocol) : [];
  await recordAct(tx, actor, "program.print", { kind: "episode", id: found.episodeId, patientId });
  const phase = program?.protocol.phases.find(({ n }) => n === program.phase);
  return {
    patientName: found.patientName,
    language: found.language,
    day,
    revision: program && {
      number: program.number,
      signedBy: program.signedBy,
      signedOn: dayIn(timeZone, new Date(program.signedAt)),
    },
    phase: program && phase ? { n: phase.n, count: program.protocol.phases.length, name: phase.name } : null,
    lines: lines.map(({ id, texts, figure, dosage, noteToPatient }) => ({ id, texts, figure, dosage, noteToPatient })),
    isPaused: situation.hold === true,
    signs: signsByLevel(triageContextOf(found.treated, day), clinicTriage(actor.clinicId, situation.settings)),
  };
}

async function findPaper(
  tx: Tx,
  { clinicId }: Actor,
  patientId: string,
  scope: Prisma.Sql,
  day: Day,
): Promise<z.output<typeof paper> & { situation: EpisodeSituation }> {
  const rows = await tx.$queryRaw<{ paper: unknown; situation: unknown }[]>`
    SELECT jsonb_build_object(
      'episodeId', e.id, 'patientName', pt.given_name || ' ' || pt.family_name, 'language', pt.locale,
      'treated', jsonb_build_object('protocolId', e.protocol_id, 'procedureType', e.procedure_type, 'region', e.region,
        'technique', e.technique, 'procedureDate', e.procedure_date),
      'program', (
        SELECT jsonb_build_object('phase', p.current_phase, 'protocol', v.facts, 'number', r.number, 'signedBy', u.display_name,
          'signedAt', r.signed_at)
        FROM program p
        JOIN program_revision r ON r.clinic_id = p.clinic_id AND r.program_id = p.id AND r.number = p.current_revision
        JOIN clinic_user u ON u.clinic_id = r.clinic_id AND u.id = r.signed_by_id
        JOIN template_version v ON v.clinic_id = p.clinic_id AND v.id = p.template_version_id
        WHERE p.clinic_id = e.clinic_id AND p.episode_id = e.id AND p.state IN ('active', 'held'))
    ) AS paper, ${situationOf(day)} AS situation
    FROM episode e JOIN patient pt ON pt.clinic_id = e.clinic_id AND pt.id = e.patient_id ${scope}
    WHERE e.clinic_id = ${clinicId}::uuid AND e.patient_id = ${patientId}::uuid AND e.ended_at IS NULL`;
  const [row] = rows;
  if (!row) throw new NotFound("episode");
  return { ...paper.parse(row.paper), situation: readSituation(row.situation, day) };
}
