import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { inClinic, type Tx } from "@/lib/db/in-clinic";
import { lineHistory, type LineStep, reasonWrittenIn } from "@/lib/draft/line-history";
import { NotFound } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { isStanding } from "@/lib/records/clearances/standing-decision";
import { proposalsOfLine } from "@/lib/records/proposals/proposals-of-line";
import type { DraftLine } from "@/lib/schemas/program";
import { explainedLine, type StoredExplanation } from "./explained-line";
import { lineAsDrafted, nameOfLine } from "./line-as-drafted";
import { verifyRevision } from "./load-revision";
import type { OverrideAuthor } from "./override-authors";

/** Why a signed line is as it is (data-model.md, "Explaining a line"). */
export type LineExplanation = Omit<StoredExplanation, "revisions"> & {
  isGenuine: boolean;
  /** From the template to this revision; only what changed something, and the beginning. */
  steps: (LineStep & { signedName: string; signedAt: string })[];
  /** Who signed the reason that stands on the line, in which revision; null: it has none. */
  author: OverrideAuthor | null;
  /** The template's line that it came from; null: it was added. */
  origin: StoredExplanation["template"]["lines"][number] | null;
};

/**
 * Everything that the record answers about one line of a signed revision.
 * @throws {NotFound} where the revision or the line is not there for this clinician
 */
export async function explainLine(
  actor: Actor,
  patientId: string,
  number: number,
  lineId: string,
): Promise<LineExplanation> {
  requirePermission(actor, "patient.read");
  return inClinic(actor, async (tx) => {
    const { revisions, ...stored } = await loadExplanation(tx, actor, patientId, number, lineId);
    const { isGenuine } = await verifyRevision(tx, actor.clinicId, stored.revision);
    await recordAct(tx, actor, "program.verify", { kind: "line", id: lineId, patientId });
    const { line, template } = stored;
    const origin = template.lines.find(({ templateLineId }) => templateLineId === line.templateLineId) ?? null;
    const begins = { number: null, lines: origin ? [asDrafted(origin, line.exercise)] : [] };
    const steps = lineHistory(lineId, [begins, ...revisions]).map((step) => {
      const { signedName, signedAt } = revisions.find((revision) => revision.number === step.number) ?? stored.revision;
      return { ...step, signedName, signedAt };
    });
    const written = line.overrideReason === null ? undefined : reasonWrittenIn(steps);
    const author = revisions.find((revision) => revision.number === written) ?? null;
    return { ...stored, isGenuine, steps, author, origin };
  });
}

function asDrafted(
  { templateLineId, phase, dosage }: StoredExplanation["template"]["lines"][number],
  exercise: string,
): DraftLine {
  return { id: templateLineId, phase, exercise, dosage, templateLineId, noteToPatient: null, overrideReason: null };
}

async function loadExplanation(
  tx: Tx,
  actor: Actor,
  patientId: string,
  number: number,
  lineId: string,
): Promise<StoredExplanation> {
  const { timeZone } = actor.clinic;
  const rows = await tx.$queryRaw<{ line: unknown }[]>`
    SELECT jsonb_build_object(
      'revision', jsonb_build_object('id', r.id, 'programId', r.program_id, 'patientId', r.patient_id, 'number', r.number,
        'signedById', r.signed_by_id, 'signedName', r.signed_name, 'signedAt', r.signed_at, 'meaning', r.meaning, 'sha256', r.sha256,
        'isCurrent', p.current_revision IS NOT DISTINCT FROM r.number),
      'line', ${lineAsDrafted}, 'name', ${nameOfLine}, 'phaseName', ph.facts -> 'name', 'findings', l.findings,
      'heldBackUntil', l.held_back_until, 'opensOn', l.opens_on, 'needsKeys', to_jsonb(mine.keys),
      'template', jsonb_build_object('title', t.title, 'number', v.number, 'publishedAt', v.published_at, 'lines', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('templateLineId', te.id, 'phase', tp.n, 'dosage', te.dosage, 'starting', te.starting)
          ORDER BY tp.n), '[]')
        FROM template_exercise te JOIN template_phase tp ON tp.clinic_id = te.clinic_id AND tp.id = te.phase_id
        WHERE tp.clinic_id = v.clinic_id AND tp.version_id = v.id AND te.exercise_id = x.id)),
      'revisions', (
        SELECT jsonb_agg(jsonb_build_object('number', h.number, 'signedName', h.signed_name, 'signedAt', h.signed_at, 'lines', (
          SELECT coalesce(jsonb_agg(${lineAsDrafted} ORDER BY l.phase, l.position), '[]') FROM prescribed_exercise l
          WHERE l.clinic_id = h.clinic_id AND l.revision_id = h.id AND l.exercise_id = x.id)) ORDER BY h.number)
        FROM program_revision h WHERE h.clinic_id = r.clinic_id AND h.program_id = r.program_id AND h.number <= r.number),
      'clearances', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'texts', s.texts, 'opens', to_jsonb(ARRAY(
            SELECT unnest(c.opens_keys) INTERSECT SELECT unnest(mine.keys))),
          'state', c.state, 'askedBy', asker.printed_name, 'askedAt', c.requested_at, 'decision', (
            SELECT jsonb_build_object('outcome', d.outcome, 'by', d.signed_name, 'at', d.decided_at, 'reason', d.reason, 'terms', d.terms)
            FROM clearance_decision d WHERE d.clinic_id = c.clinic_id AND d.clearance_id = c.id AND ${isStanding}
            ORDER BY d.decided_at DESC, d.id DESC LIMIT 1)) ORDER BY c.requested_at DESC, c.id DESC), '[]')
        FROM clearance c
        JOIN clearance_subject s ON s.clinic_id = c.clinic_id AND s.id = c.subject_id
        JOIN clinic_user asker ON asker.clinic_id = c.clinic_id AND asker.id = c.requested_by_id
        WHERE c.clinic_id = p.clinic_id AND c.episode_id = p.episode_id AND c.opens_keys && mine.keys),
      'checkIns', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('id', ci.id, 'onDay', ci.on_day, 'stage', ci.stage, 'level', ci.level)
          ORDER BY ci.reported_at DESC, ci.id DESC), '[]')
        FROM check_in ci
        WHERE ci.clinic_id = r.clinic_id AND ci.patient_id = r.patient_id AND ci.reported_at <= r.signed_at
          AND ci.on_day > mine.signed_on - 7 AND ci.on_day <= mine.signed_on
          AND NOT EXISTS (
            SELECT FROM check_in later
            WHERE later.clinic_id = ci.clinic_id AND later.corrects_id = ci.id AND later.reported_at <= r.signed_at)),
      'proposals', ${proposalsOfLine},
      'settings', (
        SELECT jsonb_build_object('number', cs.number, 'at', cs.changed_at, 'by', u.printed_name, 'reason', cs.reason)
        FROM clinic_settings cs JOIN clinic_user u ON u.clinic_id = cs.clinic_id AND u.id = cs.changed_by_id
        WHERE cs.clinic_id = r.clinic_id AND cs.number = r.settings_version)
    ) AS line
    FROM prescribed_exercise l
    JOIN program_revision r ON r.clinic_id = l.clinic_id AND r.id = l.revision_id
    JOIN program p ON p.clinic_id = r.clinic_id AND p.id = r.program_id
    JOIN program_phase ph ON ph.clinic_id = l.clinic_id AND ph.revision_id = l.revision_id AND ph.n = l.phase
    JOIN exercise x ON x.clinic_id = l.clinic_id AND x.id = l.exercise_id
    JOIN template_version v ON v.clinic_id = p.clinic_id AND v.id = coalesce((
      SELECT tp.version_id FROM template_exercise te JOIN template_phase tp ON tp.clinic_id = te.clinic_id AND tp.id = te.phase_id
      WHERE te.clinic_id = l.clinic_id AND te.id = l.template_line_id), p.template_version_id)
    JOIN template t ON t.clinic_id = v.clinic_id AND t.id = v.template_id
    JOIN care_team_member m ON m.clinic_id = p.clinic_id AND m.patient_id = p.patient_id AND m.left_at IS NULL
      AND m.user_id = ${actor.userId}::uuid
    CROSS JOIN LATERAL (
      SELECT ARRAY(SELECT DISTINCT unnest(l.needs_keys || ph.entry_keys)) AS keys,
        (r.signed_at AT TIME ZONE ${timeZone})::date AS signed_on
    ) AS mine
    WHERE l.clinic_id = ${actor.clinicId}::uuid AND l.id = ${lineId}::uuid AND l.patient_id = ${patientId}::uuid AND r.number = ${number}`;
  const [row] = rows;
  if (!row) throw new NotFound("line");
  return explainedLine.parse(row.line);
}
